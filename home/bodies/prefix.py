"""The lookup `starts`: the beginning of a folded text, answered from an ordinary index on every database."""

from typing import Any

from django.db.models import CharField
from django.db.models.lookups import PatternLookup


@CharField.register_lookup
class Starts(PatternLookup):
    """For texts of small letters, digits and spaces only: nothing in them means anything to a pattern."""

    lookup_name = "starts"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list]:
        """`LIKE 'neu%'`: PostgreSQL keeps an index for that beside the one on every text column."""
        column, params = self.process_lhs(compiler, connection)
        return f"{column} LIKE %s", [*params, f"{self.rhs}%"]

    def as_sqlite(self, compiler: Any, connection: Any) -> tuple[str, list]:
        """`GLOB 'neu*'`: SQLite uses an index for LIKE only where case makes no difference."""
        column, params = self.process_lhs(compiler, connection)
        return f"{column} GLOB %s", [*params, f"{self.rhs}*"]
