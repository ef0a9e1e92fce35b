"""Who may see a file is part of what was approved: on a live or waiting page it is not changed from the side.

A collection can be private. Making it so, lifting that, or moving files or collections between the two takes
pictures and documents away from readers, or shows them, without anybody having approved it.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.admin.forms.collections import CollectionForm
from wagtail.models import Collection

from home.media.models import File, Picture

from ..deed import Refused
from .guard import refuse_for, somebody_at_work, stored
from .uses import pages_using_any

Audience = set[tuple[str, str, frozenset[int]]]


def audience_of(collection: Collection) -> Audience:
    """The restrictions that whoever looks into the collection meets; none: everybody may."""
    return {
        (rule.restriction_type, rule.password, frozenset(rule.groups.values_list("pk", flat=True)))
        for rule in collection.get_view_restrictions()
    }


def before_restricted(instance: Any, raw: bool = False, **kwargs) -> None:
    """Before a collection becomes private, or ceases to be."""
    if not raw and somebody_at_work():
        refuse_for_collection(instance.collection)


def before_file_saved(instance: Any, raw: bool = False, update_fields: Any = None, **kwargs) -> None:
    """Before a file goes into another collection."""
    if instance.pk and not raw and somebody_at_work() and (update_fields is None or "collection" in update_fields):
        before = Collection.objects.filter(pk=stored(instance, "collection")).first()
        if before:
            refuse_other_audience(of_one(instance), before, instance.collection)


def of_one(instance: Any) -> QuerySet:
    """The file as a set of one."""
    return type(instance).objects.filter(pk=instance.pk)


def refuse_other_audience(files: QuerySet, before: Collection, after: Collection) -> None:
    """Refuses, if the files are used and others than now would see them."""
    if before.pk != after.pk and audience_of(before) != audience_of(after):
        refuse_for(
            pages_using_any(files),
            _(
                "This would change who may see a file that is used on pages that are published or wait for approval: "
                "%(pages)s. Please upload the file once more into the other collection, choose it on the page and "
                "submit the page for approval."
            ),
        )


def refuse_for_collection(collection: Collection) -> None:
    """Refuses, if anything inside is used."""
    inside = {"collection__path__startswith": collection.path}
    refuse_for(
        pages_using_any(Picture.objects.filter(**inside)) | pages_using_any(File.objects.filter(**inside)),
        _(
            "Who may see this collection cannot be changed now. Files in it are used on pages that are published or "
            "wait for approval: %(pages)s. Please take those files off the pages first and submit the pages for "
            "approval."
        ),
    )


def before_bulk_action(request: HttpRequest, action_type: str, objects: list[Any], bulk_action: Any) -> None:
    """Wagtail moves many files by one statement, past their signals."""
    if action_type == "add_to_collection" and objects:
        for file in objects:
            refuse_other_audience(of_one(file), file.collection, bulk_action.cleaned_form.cleaned_data["collection"])


class GuardedCollectionForm(CollectionForm):
    """The admin's form of a collection, which can also move it below another one."""

    def clean_parent(self) -> Collection:
        """The refusal stands beside the field."""
        parent, collection = super().clean_parent(), self.instance
        if collection.pk and audience_of(collection.get_parent()) != audience_of(parent):
            try:
                refuse_for_collection(collection)
            except Refused as refusal:
                raise ValidationError(str(refusal)) from None
        return parent
