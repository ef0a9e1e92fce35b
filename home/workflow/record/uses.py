"""Which pages that readers see, or that wait, refer to a file or a shared text."""

from collections.abc import Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.db.models.functions import Cast
from wagtail.models import ReferenceIndex, Revision, WorkflowState

from home.page.models import BasePage

from ..content.references import references_of, targets_of
from ..models import Use, Withdrawal


def refresh(page: Any) -> None:
    """Brings the rows of a page in step: one for each thing that a version in force refers to."""
    revisions = Revision.page_revisions.filter(pk__in=in_force(page))
    old = Use.objects.filter(page_id=page.pk)
    old.exclude(revision__in=[revision.pk for revision in revisions]).delete()
    known = set(old.values_list("revision_id", flat=True))
    rows = [
        Use(page_id=page.pk, revision=revision, target=found)
        for revision in revisions
        if revision.pk not in known
        for found in references_of(revision.content_type.model_class(), revision.content)
    ]
    Use.objects.bulk_create(rows, ignore_conflicts=True)


def in_force(page: Any) -> set[int]:
    """The versions that readers see, also below a notice, that wait for approval, or that wait for their date."""
    own = Revision.page_revisions.filter(object_id=str(page.pk))
    waiting = WorkflowState.objects.for_instance(page).filter(status=WorkflowState.STATUS_IN_PROGRESS)
    live = BasePage.objects.filter(pk=page.pk, live=True).values_list("live_revision_id", flat=True)
    return {
        *own.exclude(approved_go_live_at=None).values_list("pk", flat=True),
        *waiting.values_list("current_task_state__revision_id", flat=True),
        *live,
        *Withdrawal.objects.readable().filter(page_id=page.pk).values_list("revision_id", flat=True),
    } - {None}


def pages_using(thing: models.Model) -> models.QuerySet:
    """The pages that readers see, or that wait, and that refer to this."""
    return pages_using_any(type(thing).objects.filter(pk=thing.pk))


def pages_using_any(things: models.QuerySet) -> models.QuerySet:
    """The pages that readers see, or that wait, and that refer to any of these; as many queries for one as for all."""
    in_versions = Use.objects.filter(target__in=targets_of(things)).values("page_id")
    shown = Q(pk__in=list(keys_of_referring(things)))
    return BasePage.objects.filter(Q(pk__in=in_versions) | shown & Q(live=True)).order_by("title", "pk")


def keys_of_referring(things: models.QuerySet) -> Iterator[int]:
    """Pages whose row names one of the things in a field, or in its body as Wagtail's index knows it."""
    kinds = ContentType.objects.get_for_models(BasePage, root_of(things.model))
    index = ReferenceIndex.objects.filter(
        base_content_type=kinds[BasePage],
        to_content_type=kinds[root_of(things.model)],
        to_object_id__in=things.values_list(Cast("pk", models.CharField())),
    )
    yield from map(int, index.values_list("object_id", flat=True))
    for parent in (things.model, *things.model._meta.get_parent_list()):
        for relation in parent._meta.get_fields(include_hidden=True):
            if is_field_of_page(relation):
                pages = relation.related_model.objects.filter(**{f"{relation.field.name}__in": things.values("pk")})
                yield from pages.values_list("pk", flat=True)


def root_of(model: type[models.Model]) -> type[models.Model]:
    """The model that Wagtail's index knows it by: the one furthest up."""
    return (model, *model._meta.get_parent_list())[-1]


def is_field_of_page(relation: Any) -> bool:
    """Whether this is the far end of a field of a page type."""
    model = getattr(relation, "related_model", None)
    return bool(relation.auto_created and model and issubclass(model, BasePage) and hasattr(relation, "field"))
