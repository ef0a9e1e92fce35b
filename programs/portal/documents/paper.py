"""A paper: headings with lines, the same for PDF and DOCX."""

from dataclasses import dataclass, field
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import get_language

from home.actions.pdf import engine
from home.actions.pdf.making import NoPress

from .docx import docx

SECTION, QUESTION = 2, 3


@dataclass(frozen=True)
class Part:
    """A heading, a hint below it, its lines, a list, and room to write by hand."""

    heading: str
    hint: str = ""
    lines: list[str] = field(default_factory=list)
    items: list[str] = field(default_factory=list)
    room: int = 0
    level: int = SECTION


@dataclass(frozen=True)
class Paper:
    """Title, a sentence, the parts, and what stands on top of the printed one."""

    title: str
    lead: str
    parts: list[Part]
    head: dict[str, Any] = field(default_factory=dict)

    def as_pdf(self, address: str) -> bytes:
        """Through the press of the house."""
        if (press := engine.typesetter()) is None:
            raise NoPress
        html = render_to_string("portal/paper.html", {"paper": self, "language": get_language(), **self.head})
        return press.typeset(html, address)

    def as_docx(self) -> bytes:
        """For a word processor."""
        content: list[tuple[str, str]] = [("Title", self.title), ("", self.lead)]
        for part in self.parts:
            content.append((f"Heading{part.level - 1}", part.heading))
            content += [("Hint", part.hint)] if part.hint else []
            content += [("", line) for line in part.lines] + [("Item", f"•\t{item}") for item in part.items]
            if not (part.lines or part.items):
                content += [("", "")] * part.room
        return docx(self.title, content)
