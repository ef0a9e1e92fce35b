"""What stands in the papers."""

from typing import Any

from django.utils.formats import date_format, number_format
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _

from ...models import CaseStudyPage
from ..forms.section import SectionForm
from ..plaintext import to_plain
from ..sections import SECTIONS, Section
from .paper import Paper, Part

# Characters of a part on two pages.
ENOUGH = 700


def questions(page: CaseStudyPage) -> Paper:
    """All questions with what was answered so far, and room where nothing was."""
    title = _("Questions for your case study: %(name)s") % {"name": page.municipality.name}
    lead = _("Answer in any order. Nothing has to be complete before you submit.")
    parts = [part for section in SECTIONS for part in parts_of_section(page, section)]
    return Paper(title, lead, parts)


def parts_of_section(page: CaseStudyPage, section: Section) -> list[Part]:
    """Each question with its hint."""
    found = [Part(str(section.title).upper(), str(section.hint))]
    form = SectionForm(page, section)
    for bound in form:
        options = [str(label) for value, label in getattr(bound.field, "choices", []) if str(value)]
        hint = " ".join(filter(None, [str(bound.help_text), " / ".join(options[:12])]))
        said = bound.value()
        lines = [str(said)] if isinstance(said, str) and said and not options else []
        limit = bound.field.widget.attrs.get("data-limit")
        if limit:
            hint += " " + _("(at most %(limit)s characters)") % {"limit": limit}
        found.append(Part(str(bound.label), hint, lines, room=3 if limit and limit > 300 else 1))  # noqa: PLR2004
    return found


def council_paper(page: CaseStudyPage) -> Paper:
    """A published case study on two pages, for a council: situation, way, cost, effects, advice, contact, source."""
    place = page.municipality
    facts = [
        _("Municipality: %(name)s") % {"name": place},
        *([_("Inhabitants: %(count)s") % {"count": number_format(place.population)}] if place.population else []),
        *([_("Period: %(period)s") % {"period": period_of(page)}] if page.starts_on else []),
    ]
    told = ("situation", "goals", "approach", "results", "pitfalls", "tips", "prerequisites")
    parts = [Part(_("Facts"), lines=facts)] + [part for name in told if (part := told_part(page, name))]
    if effort := effort_of(page):
        parts.insert(3, Part(_("Effort"), lines=effort))
    source = [
        page.contact,
        page.canonical_url(),
        _("As of %(day)s") % {"day": date_format(page.last_published_at, "j. F Y")},
    ]
    return Paper(page.title, page.lead, [*parts, Part(_("Contact and source"), lines=list(filter(None, source)))])


def told_part(page: CaseStudyPage, name: str) -> Part | None:
    """One part of the story, short enough for two pages."""
    text = to_plain(getattr(page, name))
    label = capfirst(str(page._meta.get_field(name).verbose_name))
    return Part(label, lines=Truncator(text).chars(ENOUGH).split("\n\n")) if text else None


def period_of(page: CaseStudyPage) -> str:
    """From when to when."""
    begin = date_format(page.starts_on, "F Y")
    return f"{begin} – {date_format(page.ends_on, 'F Y')}" if page.ends_on else _("since %(begin)s") % {"begin": begin}


def effort_of(page: Any) -> list[str]:
    """What it cost."""
    cost = (
        number_format(page.cost_total, force_grouping=True) + " €"
        if page.cost_total is not None
        else page.get_cost_band_display()
    )
    lines = [(_("Cost"), cost), (_("Paid by"), page.funded_by), (_("Working time"), page.get_staff_hours_display())]
    return [f"{name}: {value}" for name, value in lines if value]
