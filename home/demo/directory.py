"""Subjects, organisations and municipalities of the demo: made when the first page names them."""

import tomllib
from functools import cache
from pathlib import Path

from home.bodies.models import Body, Municipality
from home.page.models import Contact, Subject

FILE = Path(__file__).parent / "directory.toml"
# The official keys of invented municipalities begin with a county that does not exist.
INVENTED_COUNTY = "08999"


@cache
def entries() -> dict[str, dict[str, dict]]:
    """The file as it is."""
    return tomllib.loads(FILE.read_text("utf-8"))


def subject(slug: str) -> Subject:
    """The subject with this public key."""
    words = {"name": entries()["subjects"][slug], "intro": entries()["intros"].get(slug, "")}
    return Subject.objects.get_or_create(slug=slug, defaults=words)[0]


def contact(key: str) -> Contact:
    """The office behind this word of ours."""
    entry = dict(entries()["contacts"][key])
    return Contact.objects.get_or_create(name=entry.pop("name"), defaults=entry)[0]


def body(key: str) -> Body:
    """The organisation behind this word of ours."""
    entry = dict(entries()["bodies"][key])
    return Body.objects.get_or_create(name=entry.pop("name"), defaults=entry)[0]


def municipality(slug: str) -> Municipality:
    """The municipality with this address part; whoever has an invented key is marked as invented."""
    entry = dict(entries()["municipalities"][slug])
    invented = entry["ags"].startswith(INVENTED_COUNTY)
    return Municipality.objects.get_or_create(slug=slug, defaults={**entry, "is_demo": invented})[0]


def municipalities() -> list[str]:
    """The address parts of all municipalities."""
    return list(entries()["municipalities"])
