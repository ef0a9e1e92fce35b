"""The checklist: red keeps a text from being submitted, amber advises. The same questions are asked at the door."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..models import CaseStudyPage
from ..models.case_study.measures import LONGEST, too_many
from ..models.case_study.soundness import QUESTIONS
from . import style
from .plaintext import to_plain
from .sections import SECTIONS, Section, section_of_field

LIMITED = (
    "situation", "goals", "approach", "results", "pitfalls", "tips", "prerequisites", "outlook", "quote", "lead",
)  # fmt: skip
# Subjects are not asked for one by one; the question for the first of them leads to them.
ASKED_BY = {"subjects": "main_subject"}


class Level(TextChoices):
    """How much it matters."""

    RED = "red", gettext_lazy("needed")
    AMBER = "amber", gettext_lazy("advice")


@dataclass(frozen=True)
class Finding:
    """One line of the checklist."""

    level: Level
    section: Section
    sentence: str


@dataclass(frozen=True)
class Line:
    """A section in the checklist."""

    section: Section
    findings: list[Finding]

    @property
    def is_done(self) -> bool:
        """Whether nothing needed is missing."""
        return not any(finding.level == Level.RED for finding in self.findings)


def checklist(page: CaseStudyPage) -> list[Line]:
    """Every section with what is found there."""
    found = list(findings(page))
    return [Line(section, [one for one in found if one.section == section]) for section in SECTIONS]


def red(page: CaseStudyPage) -> list[Finding]:
    """What keeps the text from being submitted."""
    return [finding for finding in findings(page) if finding.level == Level.RED]


def findings(page: CaseStudyPage) -> Iterator[Finding]:
    """Everything to be said about the text as it is now."""
    for check in (*QUESTIONS, too_long, too_many):
        for name, sentence in check(page):
            yield Finding(Level.RED, section_of_field(ASKED_BY.get(name, name)), str(sentence))
    for name, sentence in style.advice(page):
        yield Finding(Level.AMBER, section_of_field(name), str(sentence))


def too_long(page: CaseStudyPage) -> Iterator[tuple[str, str]]:
    """What is longer than readers like; nothing is cut."""
    for name in ("title", *LIMITED):
        field, value = page._meta.get_field(name), getattr(page, name)
        limit = LONGEST.get(name, field.max_length)
        over = max(len(to_plain(value)), len(value) if len(value) > (field.max_length or limit) else 0) - limit
        if over > 0 and value:
            words = {"name": capfirst(str(field.verbose_name)), "over": over, "limit": limit}
            yield name, _("%(name)s: %(over)d characters too long (at most %(limit)d).") % words
