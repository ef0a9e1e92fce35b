"""Small questions of the portal's templates."""

from typing import Any

from django import template

register = template.Library()


@register.filter
def theirs(outcome: Any, name: str) -> str | None:
    """What somebody else wrote at a question meanwhile; None where nobody did."""
    found = outcome.theirs.get(name) if outcome else None
    return ", ".join(found) if isinstance(found, list) else None if found is None else str(found)


@register.filter
def nth(rows: list, place: int) -> Any:
    """The row at a place; None where there is none."""
    return rows[place] if place < len(rows) else None
