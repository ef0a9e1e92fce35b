"""Signs that no installed font can show: PDF/A and PDF/UA forbid the empty boxes that would stand for them."""

import contextlib
import logging
import unicodedata
from collections.abc import Iterator

# WeasyPrint's own words, its only way to say so. The sign is the first argument.
COMPLAINT = ".notdef glyph rendered"
SYMBOLS = ("So", "Sk", "Cn", "Co", "Cf", "Mn")


class Listener(logging.Handler):
    """Notes the signs WeasyPrint complains about."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.signs: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        """Takes one complaint."""
        if record.msg.startswith(COMPLAINT):
            self.signs.add(record.args[0])


@contextlib.contextmanager
def unsupported_signs() -> Iterator[set[str]]:
    """The signs without a glyph that were met within this block."""
    listener, weasyprint_log = Listener(), logging.getLogger("weasyprint")
    weasyprint_log.addHandler(listener)
    try:
        yield listener.signs
    finally:
        weasyprint_log.removeHandler(listener)


def without(html: str, signs: set[str]) -> str:
    """Pictographs are left out, letters become an empty square, which every font has."""
    return html.translate({ord(sign): "" if unicodedata.category(sign) in SYMBOLS else "□" for sign in signs})
