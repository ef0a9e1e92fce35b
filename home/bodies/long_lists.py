"""Municipalities and organisations in forms of the admin: eleven thousand are found by name, not offered."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from home.choosing.registry import LongList, enrol

from .finding import find
from .models import Body, Municipality


def municipalities(text: str, limit: int) -> list[Municipality]:
    """By what was typed of the name, or of an official key."""
    if text.isascii() and text.isdigit():
        keys = Q(ars__startswith=text) | Q(ags__startswith=text)
        return list(Municipality.objects.filter(keys, valid_to=None).order_by("ars")[:limit])
    return [found.municipality for found in find(text, limit)]


def bodies(text: str, limit: int) -> list[Body]:
    """Organisations with the text in their name; after them, municipalities."""
    others = Body.objects.exclude(kind=Body.Kind.MUNICIPALITY).filter(name__icontains=text).order_by("name")
    return [*others[:limit], *municipalities(text, limit)][:limit]


def enrol_lists() -> None:
    """Called once when the app is ready."""
    enrol(LongList("bodies.Municipality", municipalities, _("Enter the beginning of a name, or an official key.")))
    enrol(LongList("bodies.Body", bodies, _("Enter the beginning of a name.")))
