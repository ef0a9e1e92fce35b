"""What stands in the papers."""

import re
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _

from home.actions.pdf.document import masthead, publisher_of

from ...models import CaseStudyIndexPage, CaseStudyPage
from ..forms.section import SectionForm
from ..plaintext import LINK, to_plain
from ..sections import SECTIONS, Section
from .paper import QUESTION, Paper, Part

# Characters and paragraphs of a part, and the longest list, on two pages. The source leads to the rest.
ENOUGH, MOST_ITEMS, MOST_PARAGRAPHS = 480, 4, 3
TOLD = ("situation", "goals", "approach", "results", "pitfalls", "tips", "prerequisites")
MARK = re.compile(r"\*\*|(?<!\w)_|_(?!\w)")


def questions(page: CaseStudyPage) -> Paper:
    """All questions with what was answered so far, and room where nothing was; also of a draft that nobody began."""
    title = _("Questions for your case study: %(name)s") % {"name": page.municipality.name}
    lead = _("Answer in any order. Nothing has to be complete before you submit.")
    parts = [part for section in SECTIONS for part in parts_of_section(page, section)]
    place = reverse("portal_case", args=[page.pk]) if page.pk else reverse("portal_overview")
    head = masthead(_("To prepare your answers without a screen"), settings.BASE_URL + place)
    head["publisher"] = publisher_of(page if page.pk else CaseStudyIndexPage.objects.order_by("path").first())
    head["version_date"] = page.latest_revision_created_at or timezone.now()
    return Paper(title, lead, parts, head)


def parts_of_section(page: CaseStudyPage, section: Section) -> list[Part]:
    """Each question with its hint."""
    found = [Part(str(section.title), str(section.hint))]
    for bound in SectionForm(page, section):
        if bound.is_hidden or bound.name.endswith("-remove"):
            continue
        options = [str(label) for value, label in getattr(bound.field, "choices", []) if str(value)]
        said, limit = bound.value(), bound.field.widget.attrs.get("data-limit")
        lines = [said] if isinstance(said, str) and said and not options else []
        hint = " ".join(filter(None, [str(bound.help_text), limit_of(limit)]))
        room = 3 if limit and limit > 300 else 1  # noqa: PLR2004
        found.append(Part(str(bound.label), hint, lines, options[:12], 0 if options else room, QUESTION))
    return found


def limit_of(limit: int | None) -> str:
    """How long an answer may be."""
    return _("(at most %(limit)s characters)") % {"limit": number_format(limit, force_grouping=True)} if limit else ""


def council_paper(page: CaseStudyPage) -> Paper:
    """A published case study on two pages, for a council: situation, way, cost, effects, advice, contact, source."""
    parts = [Part(_("Key facts"), items=facts_of(page)), *(part for name in TOLD if (part := told_part(page, name)))]
    if effort := effort_of(page):
        parts.insert(min(4, len(parts)), Part(_("Effort"), items=effort))
    if page.contact:
        parts.append(Part(_("Contact"), lines=[page.contact]))
    head = masthead(_("Paper for the council"), page.canonical_url())
    head |= {"publisher": publisher_of(page), "version_date": day_of(page)}
    return Paper(page.title, page.lead, [*parts, source_of(page)], head)


def press_text(page: CaseStudyPage) -> Paper:
    """The whole story without a word cut, for newspapers and newsletters."""
    parts = [part for name in TOLD if (part := told_part(page, name, None))]
    contact = [Part(_("Contact"), lines=[page.contact])] if page.contact else []
    return Paper(page.title, page.lead, [Part(_("Key facts"), items=facts_of(page)), *parts, *contact, source_of(page)])


def source_of(page: CaseStudyPage) -> Part:
    """Where it is to be read, and of which day it is."""
    day = _("As of %(day)s") % {"day": date_format(day_of(page), "j. F Y")}
    return Part(_("Source"), lines=[page.canonical_url(), day])


def day_of(page: CaseStudyPage) -> datetime:
    """When readers saw this text first, or will see it."""
    return timezone.localtime(page.last_published_at or page.go_live_at)


def facts_of(page: CaseStudyPage) -> list[str]:
    """Where, how large, when, and what can be counted."""
    place = page.municipality
    return [
        _("Municipality: %(name)s") % {"name": place},
        *([_("Inhabitants: %(count)s") % {"count": grouped(place.population)}] if place.population else []),
        *([_("Period: %(period)s") % {"period": period_of(page)}] if page.starts_on else []),
        *(f"{row.shown_number} {row.unit} {row.label}".replace("  ", " ") for row in page.figures.all()),
    ]


def told_part(page: CaseStudyPage, name: str, enough: int | None = ENOUGH) -> Part | None:
    """One part of the story, short enough for two pages, or whole."""
    label = capfirst(str(page._meta.get_field(name).verbose_name))
    if name in ("goals", "prerequisites"):
        items = page.goal_list if name == "goals" else page.prerequisite_list
    else:
        items = steps_of(page) if name == "approach" else []
    text = "" if items or name in ("goals", "prerequisites") else bare(getattr(page, name))
    if enough:
        lines = Truncator(text).chars(enough).split("\n\n")[:MOST_PARAGRAPHS]
        items = items[:MOST_ITEMS]
    else:
        lines = text.split("\n\n")
    return Part(label, lines=lines if text else [], items=items) if text or items else None


def steps_of(page: CaseStudyPage) -> list[str]:
    """The steps in a line each."""
    return [": ".join(filter(None, [row.title, Truncator(row.text).chars(120)])) for row in page.steps.all()]


def bare(html: str) -> str:
    """The words alone."""
    return MARK.sub("", LINK.sub(r"\1", to_plain(html)))


def grouped(number: int) -> str:
    """With a dot between thousands."""
    return number_format(number, force_grouping=True)


def period_of(page: CaseStudyPage) -> str:
    """From when to when."""
    begin = date_format(page.starts_on, "F Y")
    return f"{begin} – {date_format(page.ends_on, 'F Y')}" if page.ends_on else _("since %(begin)s") % {"begin": begin}


def effort_of(page: CaseStudyPage) -> list[str]:
    """What it cost."""
    cost = f"{grouped(page.cost_total)} €" if page.cost_total is not None else page.get_cost_band_display()
    lines = [(_("Cost"), cost), (_("Paid by"), page.funded_by), (_("Working time"), page.get_staff_hours_display())]
    return [f"{name}: {value}" for name, value in lines if value]
