"""The backend behind the admin's own search fields: parts of titles, drafts too; one pass over a table, no index.

Wagtail's own backend for SQLite needs minutes for a frequent word among many thousand pages. Permissions stay with the
querysets that Wagtail asks with.
"""

from django.db.models import CharField, Q, TextField
from modelsearch.backends.database.fallback import DatabaseSearchBackend, DatabaseSearchQueryCompiler
from modelsearch.query import PlainText

from home.page.models import BasePage

from .finder import keys_of

# Of a page the titles as published and as drafted, and the lead; bodies are found through the site's own index.
PAGE_FIELDS = ["title", "draft_title", "lead"]
MOST_WORDS, MOST_FOUND, LONGEST = 8, 300, 200


class AdminQueryCompiler(DatabaseSearchQueryCompiler):
    """Each word must stand in one of the fields; public pages are also found as readers find them."""

    def get_fields_names(self) -> list[str]:
        """Fields that hold plain text; never bodies, which are long."""
        model = self.queryset.model
        if issubclass(model, BasePage):
            return PAGE_FIELDS
        names = super().get_fields_names()
        return [name for name in names if type(model._meta.get_field(name)) in PLAIN or name == "title"]

    def build_single_term_filter(self, term: str) -> Q:
        """SQLite folds only ASCII letters, so the usual spellings are asked for one by one."""
        spellings = {term, term.lower(), term.capitalize(), term.upper()}
        condition = Q(pk__in=[])
        for name in self.fields_names:
            for spelling in spellings if not term.isascii() else {term}:
                condition |= Q(**{f"{name}__icontains": spelling})
        return condition

    def build_database_filter(self, query, boost: float = 1.0):
        """Words as typed; what is too long is cut, NUL is no letter."""
        if not isinstance(query, PlainText):
            return super().build_database_filter(query, boost)
        text = query.query_string[:LONGEST].replace("\x00", " ")
        condition = Q()
        for term in text.split()[:MOST_WORDS]:
            condition &= self.build_single_term_filter(term)
        if not condition:
            return Q(pk__in=[])
        if issubclass(self.queryset.model, BasePage):
            condition |= Q(pk__in=[key for key in keys_of(text, MOST_FOUND, is_strict=False) if key > 0])
        return condition


PLAIN = {CharField, TextField}


class SearchBackend(DatabaseSearchBackend):
    """Nothing is written when something is saved: the tables themselves are asked."""

    query_compiler_class = AdminQueryCompiler
    autocomplete_query_compiler_class = AdminQueryCompiler
