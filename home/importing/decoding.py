"""The lines of a text file in whichever of the usual encodings it is; broken characters are refused, not guessed."""

import re
from pathlib import Path

from django.utils.translation import gettext as _

from .bad_file import BadFile, in_line

# Bytes of German letters beyond ASCII where they differ: old DOS files, and Windows or Latin-1.
DOS = frozenset(b"\x81\x84\x8e\x94\x99\x9a\xe1")
WINDOWS = frozenset(range(0xC0, 0x100)) | frozenset(b"\x80\x84\x8a\x93\x94\x96\x97\x9a\x8e\xa0\xa7\xb0\xb4")
UNMISTAKABLY_WINDOWS = frozenset(b"\xe4\xf6\xfc\xc4\xd6\xdc\xdf")
# UTF-8 that was read as Latin-1 once and written again, and the mark of a lost character.
BROKEN = re.compile("[ÃÂ][\u0080-\u00bf]|\ufffd|\x00")
END_OF_DOS_FILE = b"\x1a"


def lines_of(file: Path) -> list[str]:
    """All lines without their ends."""
    try:
        data = file.read_bytes()
    except OSError as error:
        raise BadFile([_("The file cannot be read: %(reason)s.") % {"reason": error.strerror}]) from None
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise BadFile([_("The file is encoded in UTF-16. Please save it as UTF-8.")])
    data = data.removeprefix(b"\xef\xbb\xbf").rstrip(END_OF_DOS_FILE + b"\r\n")
    rows = [row.rstrip(b"\r") for row in data.split(b"\n")] if data else []
    encoding = encoding_of(rows)
    lines = [row.decode(encoding) for row in rows]
    broken = [number for number, line in enumerate(lines, start=1) if BROKEN.search(line)]
    if broken:
        raise BadFile([in_line(number, _("Umlauts or other characters are broken.")) for number in broken])
    return lines


def encoding_of(rows: list[bytes]) -> str:
    """UTF-8 if all of it is; else the one of two old encodings whose letters these are."""
    odd = [number for number, row in enumerate(rows, start=1) if not is_utf8(row)]
    if not odd:
        return "utf-8"
    if any(is_utf8(row) and not row.isascii() for row in rows):
        sentence = _("Other characters than in the rest of the file, which is encoded in UTF-8.")
        raise BadFile([in_line(number, sentence) for number in odd])
    letters = {byte for number in odd for byte in rows[number - 1] if byte > 0x7F}  # noqa: PLR2004
    if letters <= WINDOWS and letters & UNMISTAKABLY_WINDOWS:
        return "cp1252"
    if letters <= DOS:
        return "cp850"
    sentence = _("These characters belong to no encoding we know. Please save the file as UTF-8.")
    strange = [number for number in odd if not set(rows[number - 1]) - set(range(0x80)) <= WINDOWS]
    raise BadFile([in_line(number, sentence) for number in strange or odd])


def is_utf8(row: bytes) -> bool:
    """Whether the line is valid UTF-8; plain ASCII is."""
    try:
        row.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
