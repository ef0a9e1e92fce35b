"""A page's record for the file: as data, and as a document."""

from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone, translation

from home.actions.pdf import engine
from home.actions.pdf.making import NoPress

from . import chain, persons
from .gone import GonePage
from .history import comment_of, history_of


def as_data(page: Any) -> dict[str, Any]:
    """Everything the record knows of the page; the entries with all that their hashes are made of."""
    entries = list(chain.entries_of(page.pk).select_related("remark"))
    names = persons.names_of({entry.person_key for entry in entries})
    return {
        "page": {"key": page.pk, "title": page.title, "address": page.canonical_url(), "state": str(page.state)},
        "exported_at": timezone.now(),
        "head": str(chain.head()),
        "entries": [described(entry, names) for entry in entries],
        "history": [vars(event) for event in history_of(page)],
    }


def described(entry: Any, names: dict[str, str]) -> dict[str, Any]:
    """An entry with what lies beside the chain."""
    facts = {field.name: getattr(entry, field.name) for field in entry._meta.fields}
    remark = getattr(entry, "remark", None)
    beside = {"person": names.get(entry.person_key, ""), "comment": comment_of(entry)}
    return {**facts, **beside, "comment_salt": remark.salt if remark else ""}


def as_pdf(page: Any) -> bytes:
    """The record as an accessible document."""
    if (press := engine.typesetter()) is None:
        raise NoPress
    language = page.language if isinstance(page, GonePage) else page.locale.language_code
    with translation.override(language):
        context = {"page": page, "events": history_of(page), "head": chain.head(), "now": timezone.now()}
        html = render_to_string("record/page.html", {**context, "language": language})
    return press.typeset(html, page.canonical_url())
