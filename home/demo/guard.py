"""Where demo content may be loaded, and where it may not."""

import ipaddress

from django.conf import settings
from django.utils.translation import gettext as _

LOCAL_NAMES = ("", "localhost")


def refusal() -> str:
    """Why demo content has no place here; empty where it has: under DEBUG, or where the settings say so."""
    if settings.DEBUG or getattr(settings, "AUSHANG_DEMO", False):
        return ""
    return _(
        "Demo content is loaded only with the development or the demo settings, because its accounts have known "
        "names. Nothing was changed."
    )


def is_loopback(host: str) -> bool:
    """Whether a server at this address is reachable from its own machine only."""
    host = host.strip("[]")
    if host in LOCAL_NAMES:
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
