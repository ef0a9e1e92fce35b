"""How the tests load the demo."""

from io import StringIO

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command


def load(*arguments: str) -> str:
    """Runs the command and returns what it says."""
    said = StringIO()
    call_command("load_demo", *arguments, stdout=said)
    return said.getvalue()


def storages_in(folder) -> dict:
    """The site's storages, moved into a folder."""
    moved = dict(settings.STORAGES)
    for alias in ("default", "renditions"):
        moved[alias] = moved[alias] | {"OPTIONS": moved[alias]["OPTIONS"] | {"location": str(folder / alias)}}
    return moved


def person(username: str):
    """The user behind an account."""
    return get_user_model().objects.get(username=username)
