"""The text in office files: a ZIP with XML, read piece by piece within limits, and never with a document type."""

from fnmatch import fnmatchcase
from typing import IO
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import BadZipFile, ZipFile

from .documents import LONGEST_BODY

# The parts that hold the text, and the elements whose text counts; empty: all of them.
PARTS = {
    "docx": (["word/document.xml"], {"t"}),
    "odt": (["content.xml"], set()),
    "ods": (["content.xml"], set()),
    # Words stand in one table for all sheets, or in the cells themselves.
    "xlsx": (["xl/sharedStrings.xml", "xl/worksheets/*.xml"], {"t"}),
}
BREAKS = {"p", "h", "tab", "br", "s", "line-break", "tc", "table-cell", "si", "c"}
# So much of the unpacked parts is read, and so many of them: a small file may unpack to gigabytes.
MOST_BYTES, MOST_PARTS, AT_ONCE = 30_000_000, 60, 65_536


class Enough(Exception):  # noqa: N818
    """There is enough text, or what follows must not be read."""


class Collector:
    """Collects text while a parser goes through the elements."""

    def __init__(self, counting: set[str]) -> None:
        self.counting, self.pieces, self.length, self.depth = counting, [], 0, 0

    def begin(self, name: str, _attributes: dict) -> None:
        """An element begins."""
        local = name.rpartition(" ")[2]
        self.depth += local in self.counting
        if local in BREAKS:
            self.pieces.append(" ")

    def end(self, name: str) -> None:
        """It ends."""
        self.depth -= name.rpartition(" ")[2] in self.counting

    def text(self, text: str) -> None:
        """Text inside of it."""
        if self.depth or not self.counting:
            self.pieces.append(text)
            self.length += len(text)
            if self.length > LONGEST_BODY:
                raise Enough

    def refuse(self, *_declaration: object) -> None:
        """A document type could define entities that grow without end; office programs write none."""
        raise Enough


def office_text(stream: IO[bytes], extension: str) -> str:
    """The text as far as it can be read."""
    patterns, counting = PARTS[extension]
    collector, left = Collector(counting), MOST_BYTES
    try:
        with ZipFile(stream) as archive:
            for part in parts(archive, patterns):
                left -= read(archive, part, collector, left)
    except (Enough, ExpatError, BadZipFile, KeyError, RuntimeError, EOFError):
        # Damaged, locked or hostile: searched as far as it goes.
        pass
    return " ".join("".join(collector.pieces).split())[:LONGEST_BODY]


def parts(archive: ZipFile, patterns: list[str]) -> list[str]:
    """The parts to read in the order of the patterns."""
    names = sorted(set(archive.namelist()))
    return [name for pattern in patterns for name in names if fnmatchcase(name, pattern)][:MOST_PARTS]


def read(archive: ZipFile, part: str, collector: Collector, most: int) -> int:
    """Collects the text of one part; returns how many bytes that took."""
    parser = ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler = collector.begin, collector.end
    parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = collector.text, collector.refuse
    length = 0
    with archive.open(part) as content:
        while length < most and (piece := content.read(AT_ONCE)):
            length += len(piece)
            parser.Parse(piece, False)
    return length
