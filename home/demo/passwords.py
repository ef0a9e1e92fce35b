"""The password of the demo accounts: chosen, the well-known one, or made up where others can reach the site."""

import os
import secrets
from pathlib import Path

from django.conf import settings

from .guard import is_loopback

WELL_KNOWN = "aushang-demo"


def wanted() -> str:
    """DEMO_PASSWORD, else the well-known one; beyond loopback one that was made up for this installation."""
    if chosen := os.environ.get("DEMO_PASSWORD"):
        return chosen
    if is_loopback(os.environ.get("HOST", "")):
        return WELL_KNOWN
    given = last_given()
    return given if given and given != WELL_KNOWN else secrets.token_urlsafe(12)


def file_of_last_given() -> Path:
    """Where the password is kept, readable by its owner only, so that a second run can print it again."""
    return Path(settings.DATA_DIR) / "demo-password"


def last_given() -> str:
    """The password that the accounts were given last; empty before the first time."""
    file = file_of_last_given()
    return file.read_text().strip() if file.exists() else ""


def remember(password: str) -> None:
    """Keeps the password for the next run."""
    file = file_of_last_given()
    file.touch(mode=0o600)
    file.write_text(password)
