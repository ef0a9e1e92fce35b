"""The newest version of a page, read and continued with few questions to the database, for texts saved while typed."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.db import models
from django.utils import timezone
from modelcluster.models import get_all_child_relations
from wagtail.models import COMMENTS_RELATION_NAME, Revision

from .models import BasePage

# What belongs to the page as a whole, whatever a version says: the same as in Wagtail's `with_content_json`.
OF_THE_PAGE = (
    "id", "pk", "content_type_id", "path", "depth", "numchild", "draft_title", "live", "has_unpublished_changes",
    "owner_id", "locked", "locked_by_id", "locked_at", "latest_revision_id", "latest_revision_created_at",
    "translation_key", "locale_id", "alias_of_id",
)  # fmt: skip

Reference = tuple[models.Model, models.ForeignKey]


def newest_text(page: BasePage, version: Revision) -> BasePage:
    """The text of this version, to be read, changed and given to `continue_version`; never to be saved as a page.

    Wagtail asks for every entry, picture and file by itself, and for each row's page. Here what the page's own row
    refers to is known to exist, the rest is asked for once for each kind, and the comments of the admin are left out.
    """
    text = type(page).from_serializable_data(version.content | {COMMENTS_RELATION_NAME: []}, check_fks=False)
    for name in OF_THE_PAGE:
        setattr(text, name, getattr(page, name))
    text.first_published_at = text.first_published_at or page.first_published_at
    text.url_path = f"{page.url_path.removesuffix(f'{page.slug}/')}{text.slug}/"
    rows = {name: list(getattr(text, name).all()) for name in relations_in(version, text)}
    own, others = [], []
    for owner, field in references(text, *(row for found in rows.values() for row in found)):
        is_known = owner is text and getattr(page, field.attname) == getattr(text, field.attname)
        (own if is_known else others).append((owner, field))
    for _owner, field in own:
        if field.is_cached(page):
            field.set_cached_value(text, field.get_cached_value(page))
    gone = [row for row in without_target(others) if row is not text]
    for name, found in rows.items():
        if any(row in gone for row in found):
            setattr(text, name, [row for row in found if row not in gone])
    return text


def relations_in(version: Revision, text: BasePage) -> list[str]:
    """The lists of rows that this version holds."""
    names = [relation.get_accessor_name() for relation in get_all_child_relations(text)]
    return [name for name in names if name in version.content and name != COMMENTS_RELATION_NAME]


def references(*owners: models.Model) -> Iterator[Reference]:
    """Everything that these refer to and that was not asked for yet."""
    for owner in owners:
        for field in owner._meta.concrete_fields:
            link = field.remote_field
            if link and not link.parent_link and getattr(owner, field.attname) and not field.is_cached(owner):
                yield owner, field


def without_target(found: Iterable[Reference]) -> list[models.Model]:
    """Fetches what they refer to, one question for each kind. What is gone is no longer referred to; the rows that
    cannot be without it are given back.
    """
    wanted: dict[type[models.Model], list[Reference]] = {}
    for owner, field in found:
        wanted.setdefault(field.remote_field.model, []).append((owner, field))
    lost = []
    for kind, some in wanted.items():
        targets = kind._default_manager.in_bulk({getattr(owner, field.attname) for owner, field in some})
        for owner, field in some:
            if target := targets.get(getattr(owner, field.attname)):
                field.set_cached_value(owner, target)
            elif field.null:
                setattr(owner, field.attname, None)
            else:
                lost.append(owner)
    return lost


def continue_version(page: BasePage, version: Revision, text: Any) -> datetime:
    """Writes the text into the version, which stays the newest one of a page with changes, and says when.

    For a version to which nobody refers, whose page and state therefore stay as they are; the caller holds the page.
    """
    at, comments = timezone.now(), version.content.get(COMMENTS_RELATION_NAME, [])
    content = text.serializable_data() | {COMMENTS_RELATION_NAME: comments}
    Revision.objects.filter(pk=version.pk).update(content=content, created_at=at, object_str=str(text))
    BasePage.objects.filter(pk=page.pk).update(latest_revision_created_at=at, draft_title=text.title)
    return at
