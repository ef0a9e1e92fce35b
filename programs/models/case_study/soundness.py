"""What keeps a case study from being submitted besides its length: what is missing, and what cannot be so."""

import re
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from .needed import missing


def contradictions(page: Any) -> Iterator[tuple[str, str]]:
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


def rows(page: Any) -> Iterator[tuple[str, str]]:
    """Rows that are begun, but not said."""
    for partner in page.partners.all():
        if not partner.name.strip():
            yield "partners", _("A partner has no name.")
    for step in page.steps.all():
        if not step.title.strip() or len(step.title) > 100 or len(step.text) > 600:  # noqa: PLR2004
            yield "steps", _("A step needs a title (at most 100 characters) and a text of at most 600.")


def is_selected(page: Any) -> bool:
    """Whether it is said how people were found."""
    return any(getattr(page, name) for name in page.SELECTIONS)


def pictures(page: Any) -> Iterator[tuple[str, str]]:
    """Everything that has to be known of a picture."""
    for number, row in enumerate(page.pictures.all(), start=1):
        said = {"number": number}
        if not row.alt.strip() and not row.decorative:
            yield "pictures", _("Picture %(number)d: please describe what is to be seen.") % said
        if not row.credit.strip() and not row.image.credit:
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


QUESTIONS = (missing, contradictions, rows, pictures)


def lacking(study: Any, shown: Any) -> list[str]:
    """A sentence for everything that is missing or cannot be so; what readers know like that stays."""
    known = set(sentences(shown)) if shown else set()
    return [sentence for sentence in sentences(study) if sentence not in known]


def sentences(study: Any) -> list[str]:
    """All that is to be said about it."""
    return [str(sentence) for question in QUESTIONS for _name, sentence in question(study)]
