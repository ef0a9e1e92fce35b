"""The checklist: red keeps a text from being submitted, amber advises. The same questions are asked at the door."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..models import CaseStudyPage, TargetGroup
from ..models.case_study.measures import LONGEST, too_many
from . import style
from .drafts import placeholder
from .plaintext import to_plain
from .sections import SECTIONS, Section, section_of_field

LIMITED = (
    "situation", "goals", "approach", "results", "pitfalls", "tips", "prerequisites", "outlook", "quote", "lead",
)  # fmt: skip
# What has to be said before a text can be submitted, with the words for it.
NEEDED: dict[str, str | Promise] = {
    "title": gettext_lazy("Please give your example a title."),
    "lead": gettext_lazy("Please tell it in two or three sentences."),
    "starts_on": gettext_lazy("Please say when it began."),
    "main_subject": gettext_lazy("Please choose the most important subject."),
    "target_groups": gettext_lazy("Please choose whom you wanted to reach."),
    "methods": gettext_lazy("Please choose a method, or suggest one."),
    "level": gettext_lazy("Please choose the level of participation."),
    "form": gettext_lazy("Please choose whether it was on site or digital."),
    "situation": gettext_lazy("Please describe what was the matter."),
    "goals": gettext_lazy("Please name a goal."),
    "approach": gettext_lazy("Please describe what you did, as text or in steps."),
    "partners": gettext_lazy("Please name at least one partner."),
    "results": gettext_lazy("Please describe what has changed."),
    "pitfalls": gettext_lazy("Please tell what did not work."),
    "tips": gettext_lazy("Please give others a piece of advice."),
    "cost_band": gettext_lazy("Please say roughly what it cost."),
    "staff_hours": gettext_lazy("Please say roughly how much working time it took."),
    "contact": gettext_lazy("Please name the office that others can ask."),
    "contact_email": gettext_lazy("Please enter a shared mailbox for questions."),
    "declared_true": gettext_lazy("Please declare that the information is correct."),
    "declared_released": gettext_lazy("Please declare that the head of the administration agrees."),
    "declared_rights": gettext_lazy("Please declare that you have the rights of use."),
    "declared_privacy": gettext_lazy("Please declare that data protection was observed."),
}
NEEDED_IN_BRIEF = ("title", "lead", "main_subject", "contact", "contact_email", "declared_true", "declared_rights")
# Subjects are not asked for one by one; the question for the first of them leads to them.
ASKED_BY = {"subjects": "main_subject"}
INSTEAD = {"methods": "method_suggestion", "approach": "steps", "cost_band": "cost_total"}


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
    for check in (missing, too_long, too_many, contradictions, rows, pictures):
        for name, sentence in check(page):
            yield Finding(Level.RED, section_of_field(ASKED_BY.get(name, name)), str(sentence))
    for name, sentence in style.advice(page):
        yield Finding(Level.AMBER, section_of_field(name), str(sentence))


def is_said(page: CaseStudyPage, name: str) -> bool:
    """Whether a question is answered."""
    value = getattr(page, name)
    if name == "title":
        return value.strip() not in ("", placeholder(page.municipality))
    if hasattr(value, "all"):
        return bool(value.all())
    return bool(to_plain(value).strip()) if isinstance(value, str) else value not in (None, False)


def missing(page: CaseStudyPage) -> Iterator[tuple[str, Any]]:
    """What is needed and not said."""
    for name, sentence in NEEDED.items():
        if page.is_brief and name not in NEEDED_IN_BRIEF:
            continue
        if name == "target_groups" and not TargetGroup.objects.exists():
            continue  # a house that keeps no such list asks for none
        instead = INSTEAD.get(name)
        if not is_said(page, name) and not (instead and is_said(page, instead)):
            yield name, sentence


def too_long(page: CaseStudyPage) -> Iterator[tuple[str, str]]:
    """What is longer than readers like; nothing is cut."""
    for name in ("title", *LIMITED):
        field, value = page._meta.get_field(name), getattr(page, name)
        limit = LONGEST.get(name, field.max_length)
        over = max(len(to_plain(value)), len(value) if len(value) > (field.max_length or limit) else 0) - limit
        if over > 0 and value:
            words = {"name": capfirst(str(field.verbose_name)), "over": over, "limit": limit}
            yield name, _("%(name)s: %(over)d characters too long (at most %(limit)d).") % words


def contradictions(page: CaseStudyPage) -> Iterator[tuple[str, str]]:
    """What cannot be so."""
    if page.starts_on and page.ends_on and page.ends_on < page.starts_on:
        yield "ends_on", _("The end lies before the start.")
    if page.cost_total is not None and page.own_share is not None and page.own_share > page.cost_total:
        yield "own_share", _("The share of the municipality is larger than the cost in all.")
    if "@" in page.contact:
        yield "contact", _("Please enter the mail address in its own field; there robots do not find it.")
    if page.quote and page.quote_name and not page.quote_consent:
        yield "quote", _("Does the quoted person agree? Please tick it, or leave out the name.")
    if len(page.goal_list) > 5:  # noqa: PLR2004
        yield "goals", _("At most five goals, one a line.")
    if not is_selected(page) and not page.is_brief:
        yield "open_to_all", _("Please say how people were found: open, invited, by lot, or visited.")


def rows(page: CaseStudyPage) -> Iterator[tuple[str, str]]:
    """Rows that are begun, but not said."""
    for partner in page.partners.all():
        if not partner.name.strip():
            yield "partners", _("A partner has no name.")
    for step in page.steps.all():
        if not step.title.strip() or len(step.title) > 100 or len(step.text) > 600:  # noqa: PLR2004
            yield "steps", _("A step needs a title (at most 100 characters) and a text of at most 600.")


def is_selected(page: CaseStudyPage) -> bool:
    """Whether it is said how people were found."""
    return any(getattr(page, name) for name in page.SELECTIONS)


def pictures(page: CaseStudyPage) -> Iterator[tuple[str, str]]:
    """Everything that has to be known of a picture."""
    for number, row in enumerate(page.pictures.all(), start=1):
        said = {"number": number}
        if not row.alt.strip() and not row.decorative:
            yield "pictures", _("Picture %(number)d: please describe what is to be seen.") % said
        if not row.credit.strip():
            yield "pictures", _("Picture %(number)d: please say who made it.") % said
        if not row.licence:
            yield "pictures", _("Picture %(number)d: please choose the right of use.") % said
        if row.shows_people and not row.consent_on:
            yield "pictures", _("Picture %(number)d: since when do the people agree?") % said
    for link in page.links.all():
        if not re.match(r"https?://[^\s/]+\.[^\s]+$", link.url) or not link.title.strip():
            yield "links", _("A link needs a text and an address that begins with https://.")
    for figure in page.figures.all():
        if not figure.label.strip() or len(figure.label) > 60:  # noqa: PLR2004
            yield "figures", _("A figure needs a few words on what it counts (at most 60 characters).")
