"""When a conditional step is due. Asked of the newest text, not of the live one. No models are imported here."""

from typing import Any

from django.utils.translation import gettext_lazy as _

CONDITIONS = [
    ("ministry_involved", _("the ministry publishes or funds it")),
    ("amount_given", _("an amount of money is filled in")),
]


def is_met(condition: str, page: Any) -> bool:
    """Whether a step with this condition is due for the page; without a condition it always is."""
    if not condition:
        return True
    text = page.get_latest_revision_as_object()
    return {"ministry_involved": ministry_involved, "amount_given": amount_given}[condition](text)


def ministry_involved(text: Any) -> bool:
    """The owner or one of the funders is a ministry."""
    funders = text.funders.all() if hasattr(text, "funders") else []
    return any(body.kind == "ministry" for body in (text.owner_body, *funders) if body)


def amount_given(text: Any) -> bool:
    """The type has an amount, and it is filled in."""
    return bool(getattr(text, "amount", None))
