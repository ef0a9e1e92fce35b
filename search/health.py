"""A system check: an index made by another analysis than today's finds less than it could."""

from typing import Any

from django.core.checks import CheckMessage, Tags, Warning, register  # noqa: A004
from django.db import DatabaseError
from django.utils.translation import gettext as _

from .engines.choice import embedded
from .upkeep import mismatch, needs_rebuild


@register(Tags.database)
def index_fits(databases: list[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """Runs with `check --database default` and with `migrate`."""
    try:
        found = mismatch(embedded()) if databases else ""
        is_missing = bool(databases) and not found and needs_rebuild()
    except DatabaseError:
        return []
    if is_missing:
        sentence = _("The search index is missing or incomplete; readers do not find all pages.")
        return [Warning(sentence, hint=_("Run “manage.py rebuild_index”."), id="search.W002")]
    sentence = _("The search index was made with another version of the German analysis or of the lexicon.")
    return [Warning(sentence, hint=_("Run “manage.py rebuild_index”."), id="search.W001")] if found else []
