"""What a case study has to say before it is submitted, in the portal and at the desk alike."""

from collections.abc import Iterator
from typing import Any

from django.utils import translation
from django.utils.functional import Promise
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from home.bodies.models import Municipality

from .vocabulary import TargetGroup

# What has to be said before a text can be submitted, with the words for it.
NEEDED: dict[str, str | Promise] = {
    "title": gettext_lazy("Please give your example a title."),
    "lead": gettext_lazy("Please tell it in two or three sentences."),
    "starts_on": gettext_lazy("Please say when it began."),
    "main_subject": gettext_lazy("Please choose the most important subject."),
    "target_groups": gettext_lazy("Please choose whom you wanted to reach."),
    "methods": gettext_lazy("Please choose a method, or suggest one."),
    "level": gettext_lazy("Please choose the level of participation."),
    "form": gettext_lazy("Please choose whether it was on site or digital."),
    "situation": gettext_lazy("Please describe what was the matter."),
    "goals": gettext_lazy("Please name a goal."),
    "approach": gettext_lazy("Please describe what you did, as text or in steps."),
    "partners": gettext_lazy("Please name at least one partner."),
    "results": gettext_lazy("Please describe what has changed."),
    "pitfalls": gettext_lazy("Please tell what did not work."),
    "tips": gettext_lazy("Please give others a piece of advice."),
    "cost_band": gettext_lazy("Please say roughly what it cost."),
    "staff_hours": gettext_lazy("Please say roughly how much working time it took."),
    "contact": gettext_lazy("Please name the office that others can ask."),
    "contact_email": gettext_lazy("Please enter a shared mailbox for questions."),
    "declared_true": gettext_lazy("Please declare that the information is correct."),
    "declared_released": gettext_lazy("Please declare that the head of the administration agrees."),
    "declared_rights": gettext_lazy("Please declare that you have the rights of use."),
    "declared_privacy": gettext_lazy("Please declare that data protection was observed."),
}
NEEDED_IN_BRIEF = ("title", "lead", "main_subject", "contact", "contact_email", "declared_true", "declared_rights")
INSTEAD = {"methods": "method_suggestion", "approach": "steps", "cost_band": "cost_total"}


def placeholder(municipality: Municipality | None) -> str:
    """The title of a draft that has none yet."""
    with translation.override("de"):
        return _("%(name)s: case study without a title") % {"name": municipality.name if municipality else ""}


def is_said(page: Any, name: str) -> bool:
    """Whether a question is answered."""
    value = getattr(page, name)
    if name == "title":
        return value.strip() not in ("", placeholder(page.municipality))
    if hasattr(value, "all"):
        return bool(value.all())
    return bool(strip_tags(value).strip()) if isinstance(value, str) else value not in (None, False)


def missing(page: Any) -> Iterator[tuple[str, Any]]:
    """What is needed and not said."""
    for name, sentence in NEEDED.items():
        if page.is_brief and name not in NEEDED_IN_BRIEF:
            continue
        instead = INSTEAD.get(name)
        if is_said(page, name) or (instead and is_said(page, instead)):
            continue
        if name == "target_groups" and not TargetGroup.objects.exists():
            continue  # a house that keeps no such list asks for none
        yield name, sentence
