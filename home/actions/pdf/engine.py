"""Whether this machine can typeset: WeasyPrint needs Pango, which comes from the operating system."""

import logging
from ctypes.util import find_library
from functools import cache

from .press import Missing, Press

log = logging.getLogger(__name__)

LIBRARIES = ("pango-1.0", "pangoft2-1.0", "harfbuzz-subset")


@cache
def available() -> bool:
    """Asked on every article page, so it looks for the libraries without loading them."""
    return all(map(find_library, LIBRARIES)) or typesetter() is not None


@cache
def typesetter() -> Press | None:
    """The press of this process, started when the first PDF is made; None without Pango."""
    press = Press()
    try:
        press.start()
    except Missing as error:
        log.warning("No PDFs: a library that WeasyPrint needs is missing (%s)", error)
        return None
    return press
