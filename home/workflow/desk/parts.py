"""A page's content as a list of named parts: one for every field of the form, one for every block of a body."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.blocks import StreamValue
from wagtail.fields import RichTextField
from wagtail.images import get_image_model

from .blocktext import Content, read_block, shown
from .richtext import plain

# What editors see in the form, but readers never do.
NOT_CONTENT = {"wagtail_admin_comments"}


@dataclass(frozen=True)
class Part:
    """One field or block: where it stands, what it is called, and what it says."""

    key: str
    label: str
    content: Content


def parts_of(page: Any) -> list[Part]:
    """Everything an editor can fill in, in the order of the form. Empty parts are left out."""
    found = [part for panel in panels(page.get_edit_handler()) for part in parts_of_panel(page, panel)]
    return [part for part in found if part.content]


def panels(panel: Any) -> Iterator[Any]:
    """The fields of a form, however deep they lie in tabs and rows."""
    if isinstance(panel, FieldPanel | InlinePanel):
        yield panel
    else:
        for child in getattr(panel, "children", ()):
            yield from panels(child)


def parts_of_panel(page: Any, panel: Any) -> Iterator[Part]:
    """One part for a plain field, one a block for a body, one a row for an inline list."""
    if isinstance(panel, InlinePanel):
        yield from parts_of_rows(page, panel)
        return
    field = page._meta.get_field(panel.field_name)
    label, value = str(capfirst(field.verbose_name)), getattr(page, field.name)
    if isinstance(value, StreamValue):
        yield from parts_of_body(field.name, value)
    else:
        yield Part(field.name, label, read_field(page, field, value))


def parts_of_body(name: str, body: StreamValue) -> Iterator[Part]:
    """The blocks of a body, each under its own lasting key."""
    for number, child in enumerate(body, start=1):
        content = Content()
        read_block(child.block, child.value, content)
        label = _("Block %(number)d: %(kind)s") % {"number": number, "kind": child.block.label}
        yield Part(f"{name}.{child.id or number}", label, content)


def parts_of_rows(page: Any, panel: InlinePanel) -> Iterator[Part]:
    """The rows of an inline list."""
    if panel.relation_name in NOT_CONTENT:
        return
    for number, row in enumerate(getattr(page, panel.relation_name).all(), start=1):
        content = Content()
        for inner in panels(panel.child_edit_handler):
            field = row._meta.get_field(inner.field_name)
            content += read_field(row, field, getattr(row, field.name))
        yield Part(f"{panel.relation_name}.{row.pk or number}", f"{capfirst(panel.label or '')} {number}", content)


def read_field(owner: Model, field: Any, value: Any) -> Content:
    """What a field says: its choice by name, its picture, its relations by title."""
    content = Content()
    if isinstance(value, get_image_model()):
        content.pictures.append(value)
    elif field.many_to_many:
        content.lines.extend(sorted(str(item) for item in value.all()))
    elif getattr(field, "choices", None):
        content.lines.append(str(getattr(owner, f"get_{field.name}_display")()))
    elif isinstance(field, RichTextField):
        content.lines.append(plain(value))
        content.markup.append(value)
    elif value not in (None, ""):
        content.lines.append(shown(value))
    return content
