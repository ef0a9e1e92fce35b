"""What a block of a body says, in plain lines, with its pictures beside them."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.images import get_image_model

from .richtext import plain


@dataclass
class Content:
    """Lines of words, pictures, and the markup behind rich text (to notice changes of nothing but markup)."""

    lines: list[str] = field(default_factory=list)
    pictures: list[Any] = field(default_factory=list)
    markup: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.text or self.pictures)

    def __add__(self, other: "Content") -> "Content":
        return Content(self.lines + other.lines, self.pictures + other.pictures, self.markup + other.markup)

    @property
    def text(self) -> str:
        """All lines as one text."""
        return "\n".join(line for line in self.lines if line.strip())


def read_block(block: blocks.Block, value: Any, content: Content, label: str = "") -> None:
    """Adds what a block says; blocks within blocks line by line, with their labels."""
    if value in (None, ""):
        return
    if isinstance(block, blocks.BaseStructBlock):
        for name, child in block.child_blocks.items():
            read_block(child, value.get(name), content, str(child.label))
    elif isinstance(block, blocks.ListBlock | blocks.BaseStreamBlock):
        for child in getattr(value, "bound_blocks", value):
            read_block(child.block, child.value, content)
    elif isinstance(block, blocks.RichTextBlock):
        content.lines.append(plain(value.source))
        content.markup.append(value.source)
    else:
        read_leaf(block, value, content, label)


def read_leaf(block: blocks.Block, value: Any, content: Content, label: str) -> None:
    """A block without blocks in it."""
    if isinstance(value, get_image_model()):
        content.pictures.append(value)
    elif isinstance(value, dict) and "data" in value:
        content.lines.append(value.get("table_caption") or "")
        content.lines.extend(" | ".join(str(cell or "") for cell in row) for row in value["data"] or [])
    elif value is not False:
        words = chosen(block, value) if isinstance(block, blocks.ChoiceBlock) else shown(value)
        content.lines.append(f"{label}: {words}" if label else words)


def chosen(block: blocks.ChoiceBlock, value: Any) -> str:
    """The name of a choice."""
    return str(dict(block.field.choices).get(value, value))


def shown(value: Any) -> str:
    """A value as a person reads it."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value) if timezone.is_aware(value) else value, "DATETIME_FORMAT")
    if isinstance(value, date):
        return date_format(value)
    if isinstance(value, time):
        return time_format(value)
    return str(value)
