"""The text in DOCX and ODT: a ZIP with XML, read piece by piece within limits, and never with a document type."""

from collections.abc import Iterator
from typing import IO
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import BadZipFile, ZipFile

from .documents import LONGEST_BODY

# The part that holds the text, and the elements whose text counts; empty: all of them.
PARTS = {"docx": ("word/document.xml", {"t"}), "odt": ("content.xml", set())}
BREAKS = {"p", "h", "tab", "br", "s", "line-break", "tc", "table-cell"}
# So much of the unpacked part is read: a small file may unpack to gigabytes.
MOST_BYTES, AT_ONCE = 30_000_000, 65_536


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
    part, counting = PARTS[extension]
    collector = Collector(counting)
    parser = ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler = collector.begin, collector.end
    parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = collector.text, collector.refuse
    try:
        with ZipFile(stream) as archive, archive.open(part) as content:
            for piece in pieces(content):
                parser.Parse(piece, False)
    except (Enough, ExpatError, BadZipFile, KeyError, RuntimeError, EOFError):
        # Damaged, locked or hostile: searched as far as it goes.
        pass
    return " ".join("".join(collector.pieces).split())[:LONGEST_BODY]


def pieces(content: IO[bytes]) -> Iterator[bytes]:
    """The part in small pieces, up to the limit."""
    read = 0
    while read < MOST_BYTES and (piece := content.read(AT_ONCE)):
        read += len(piece)
        yield piece
