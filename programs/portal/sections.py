"""The sections of the form: one page of questions each, saved by itself, with its own version."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Section:
    """Some fields of a case study, and lists of rows edited with them."""

    key: str
    title: str | Promise
    hint: str | Promise
    fields: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    # Whether pictures and files are kept here.
    holds_uploads: bool = False


S = Section
SECTIONS = (
    S(
        "worum",
        _("What it is about"),
        _("Title and two or three sentences: as you would tell a colleague in the corridor."),
        ("title", "lead", "district", "phase", "starts_on", "ends_on"),
    ),
    S(
        "einordnung",
        _("Who took part"),
        _("Others find your example by this."),
        (
            "main_subject", "target_groups", "methods", "method_suggestion", "level", "form",
            "open_to_all", "invited_directly", "drawn_by_lot", "visited", "invited_count", "attended_count",
        ),
    ),
    S("anlass", _("Occasion and goals"), _("What was the matter, and what did you want?"), ("situation", "goals")),
    S(
        "vorgehen",
        _("What you did"),
        _("In order; as text, as steps, or both. And who was indispensable?"),
        ("approach",),
        ("steps", "partners"),
    ),
    S(
        "aufwand",
        _("Effort"),
        _("Ranges are enough. Readers miss honest costs most."),
        ("cost_total", "cost_band", "own_share", "funded_by", "staff_hours", "external_support"),
    ),
    S(
        "wirkung",
        _("Results"),
        _("What has changed, for whom? Only numbers you can prove."),
        ("results",),
        ("figures",),
    ),
    S(
        "lernen",
        _("What others can learn"),
        _("Others read this first, and what did not work helps them most."),
        ("pitfalls", "tips", "prerequisites", "outlook"),
    ),
    S(
        "zitat",
        _("A quote (optional)"),
        _("One sentence of somebody who was there."),
        ("quote", "quote_name", "quote_function", "quote_consent"),
    ),
    S(
        "bilder",
        _("Pictures, files, links"),
        _("One good picture is enough."),
        rows=("pictures", "files", "links"),
        holds_uploads=True,
    ),
    S(
        "kontakt",
        _("Contact"),
        _("An office and a shared mailbox survive a change of staff. Readers never see the mailbox."),
        ("contact", "contact_email", "contact_phone", "contact_person", "contact_function", "contact_audience"),
    ),
    S(
        "erklaerung",
        _("Declarations"),
        _("Only at the end: ask your head of administration once, and tick here what holds."),
        ("declared_true", "declared_released", "declared_rights", "declared_privacy", "reuse"),
    ),
)  # fmt: skip

# Shorter than the columns of the editors, and said in other words.
HINTS: dict[str, str | Promise] = {
    "title": _("What happens where? One sentence without abbreviations."),
    "lead": _("As you would tell a colleague in the corridor: two or three sentences."),
    "main_subject": _("Under which subject should others find it first?"),
    "contact": _("An office, e.g. “Stabsstelle Beteiligung”."),
}
BY_KEY = {section.key: section for section in SECTIONS}
# Which fields of a row are asked for.
ROW_FIELDS = {
    "pictures": ("alt", "decorative", "caption", "credit", "licence", "shows_people", "consent_on"),
    "files": ("title", "language", "accessible"),
    "steps": ("title", "month", "text"),
    "partners": ("name", "kind", "role"),
    "figures": ("number", "unit", "label", "as_of", "source"),
    "links": ("title", "url"),
}
MOST_ROWS = {"pictures": 8, "files": 5, "steps": 6, "partners": 20, "figures": 6, "links": 8}
# Rows that come with a file: they begin with an upload and end with a tick.
UPLOADED = {"pictures": "image", "files": "document"}
ROW_TITLES = {
    "pictures": _("Pictures"),
    "files": _("Files"),
    "steps": _("Steps"),
    "partners": _("Partners"),
    "figures": _("Figures"),
    "links": _("Links"),
}
# A field with its default alone does not make a row.
DEFAULTED = {"kind"}


def section_of_field(name: str) -> Section:
    """Where a field or a list of rows is asked for; uploads and what editors add belong to their nearest section."""
    for section in SECTIONS:
        if name in section.fields or name in section.rows:
            return section
    return BY_KEY["bilder"] if name in ("pictures", "files", "lead_image", "lead_image_alt") else SECTIONS[0]


def is_asked_for(name: str) -> bool:
    """Whether a municipality answers for this field or list; the rest is what editors add."""
    return any(name in (*section.fields, *section.rows) for section in SECTIONS) or name in UPLOADED


def by_section(rows: Iterable[Any]) -> list[tuple[Section, list[Any]]]:
    """Rows that name a section, in the order of the form; sections without any are left out."""
    found: dict[str, list[Any]] = {}
    for row in rows:
        found.setdefault(row.section, []).append(row)
    return [(section, found[section.key]) for section in SECTIONS if section.key in found]
