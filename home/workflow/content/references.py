"""Which files and shared texts the content of a page refers to, read from its stored form without a query."""

import json
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models.functions import Cast, Concat
from modelcluster.models import get_all_child_relations
from wagtail import blocks
from wagtail.coreutils import resolve_model_string
from wagtail.fields import RichTextField, StreamField
from wagtail.models import COMMENTS_RELATION_NAME
from wagtail.rich_text import extract_references_from_rich_text

# Model by model: which table holds it, and whether readers get its file, its name or several words of it.
WATCHED = {
    "media.picture": "file",
    "media.file": "file",
    "page.subject": "name",
    "bodies.body": "name",
    "programs.targetgroup": "name",
    "programs.method": "name",
    "page.contact": "words",
}
# What readers see of a file beside the file itself: its words, and the part of a picture that is never cut off.
FOCUS = ("focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height")
SHOWN_OF_FILE = {"media.picture": ("credit", "description", *FOCUS), "media.file": ("title",)}
SHOWN_OF_TEXT = {"page.contact": ("name", "purpose", "email", "phone", "hours")}
# A municipality is an organisation; its name stands there.
HELD_BY = {"bodies.municipality": "bodies.body"}


def target(model: type[models.Model], key: Any) -> str | None:
    """`app.model:key` of something watched; None for everything else."""
    label = HELD_BY.get(model._meta.label_lower, model._meta.label_lower)
    return f"{label}:{key}" if label in WATCHED and key else None


def targets_of(things: models.QuerySet) -> models.QuerySet:
    """The targets of all these, to be asked within another query."""
    label = HELD_BY.get(things.model._meta.label_lower, things.model._meta.label_lower)
    named = Concat(models.Value(f"{label}:"), Cast("pk", models.CharField()))
    return things.values_list(named)


def model_of(label: str) -> type[models.Model]:
    """The model behind the part before the colon."""
    return apps.get_model(label)


def references_of(model: type[models.Model], content: dict[str, Any]) -> set[str]:
    """All watched things that the content of a page (or of a row below it) refers to."""
    return {found for found in named_in(model, content) if found}


def named_in(model: type[models.Model], content: dict[str, Any]) -> Iterator[str | None]:
    """What each field and each row below names."""
    for field in (*model._meta.fields, *model._meta.many_to_many):
        if (value := content.get(field.name)) not in (None, "", []):
            yield from named_in_field(field, value)
    for relation in child_relations(model):
        for row in content.get(relation.get_accessor_name()) or []:
            yield from named_in(relation.related_model, row)


def child_relations(model: type[models.Model]) -> list[Any]:
    """The rows edited together with a page, without the editors' comments."""
    relations = get_all_child_relations(model) if issubclass(model, models.Model) else []
    return [relation for relation in relations if relation.get_accessor_name() != COMMENTS_RELATION_NAME]


def named_in_field(field: models.Field, value: Any) -> Iterator[str | None]:
    """What one field names."""
    if isinstance(field, StreamField):
        yield from named_in_block(field.stream_block, as_data(value))
    elif isinstance(field, RichTextField):
        yield from named_in_html(value)
    elif field.many_to_many:
        yield from (target(field.related_model, key) for key in value)
    elif field.is_relation:
        yield target(field.related_model, value)


def as_data(value: Any) -> list:
    """The body of a page, stored as text or as data."""
    return json.loads(value) if isinstance(value, str) else value


def named_in_html(html: str) -> Iterator[str | None]:
    """What links and embeds of rich text name."""
    for model, key, *_paths in extract_references_from_rich_text(html):
        yield target(model, key)


def named_in_block(block: blocks.Block, raw: Any) -> Iterator[str | None]:
    """What a block names, in the form in which it is stored."""
    if not raw:
        return
    if isinstance(block, blocks.BaseStreamBlock):
        for item in raw:
            if child := block.child_blocks.get(item["type"]):
                yield from named_in_block(child, item["value"])
    elif isinstance(block, blocks.BaseStructBlock):
        for name, child in block.child_blocks.items():
            yield from named_in_block(child, raw.get(name))
    elif isinstance(block, blocks.ListBlock):
        for item in raw:
            yield from named_in_block(block.child_block, unwrapped(item))
    else:
        yield from named_in_leaf(block, raw)


def named_in_leaf(block: blocks.Block, raw: Any) -> Iterator[str | None]:
    """What a block without blocks below names."""
    if isinstance(block, blocks.ChooserBlock):
        yield target(resolve_model_string(block.target_model), raw)
    elif isinstance(block, blocks.RichTextBlock):
        yield from named_in_html(raw)


def unwrapped(item: Any) -> Any:
    """An item of a list, which is stored with or without its key."""
    return item["value"] if isinstance(item, dict) and item.get("type") == "item" else item
