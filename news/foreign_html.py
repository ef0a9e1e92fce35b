"""Turns HTML from elsewhere into running text as our editor stores it: headings, lists, links, and nothing else."""

import re
from html.parser import HTMLParser

import nh3

from .running_text import Block, Piece, written

# Left out with everything inside them.
DROPPED = {"script", "style", "noscript", "template", "iframe", "object", "svg", "math", "head", "title", "textarea"}
# What other systems write, and what it is here.
BLOCKS = {"h1": "h2", "h2": "h2", "h3": "h3", "h4": "h4", "h5": "h4", "h6": "h4"}
BLOCKS |= dict.fromkeys(("p", "div", "blockquote", "tr"), "p")
STYLES = {"b": "b", "strong": "b", "i": "i", "em": "i"}
LISTS = {"ul", "ol"}
SCHEMES = {"http", "https", "mailto", "tel"}
SPACE = re.compile(r"[ \t\n\r\f]+")


def clean(html: str) -> str:
    """The text as if it had been pasted into the editor: no scripts, no styles, links to other sites only."""
    reader = Reader()
    reader.feed(
        nh3.clean(
            html,
            tags={*BLOCKS, *STYLES, *LISTS, "li", "br", "a", "td", "th"},
            clean_content_tags=DROPPED,
            attributes={"a": {"href"}},
            attribute_filter=absolute_only,
            url_schemes=SCHEMES,
            link_rel=None,
        )
    )
    reader.close()
    reader.finish_block()
    return written(reader.blocks)


def absolute_only(element: str, attribute: str, value: str) -> str | None:
    """A link without a scheme belongs to the other site and would lead nowhere here."""
    return value if value.partition(":")[0].strip().lower() in SCHEMES else None


class Reader(HTMLParser):
    """Reads clean HTML, however oddly nested, as a plain row of blocks."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[Block] = []
        self.pieces: list[Piece] = []
        self.kind = "p"
        self.lists: list[str] = []
        self.styles: list[str] = []
        self.link = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A block begins, a list, a style or a link."""
        if tag in STYLES:
            self.styles.append(STYLES[tag])
        elif tag == "a":
            self.link = dict(attrs).get("href") or ""
        elif tag == "br":
            self.pieces.append(Piece("\n"))
        elif tag in BLOCKS and self.kind == "li":
            self.break_item()
        elif tag in LISTS:
            self.finish_block()
            self.lists.append(tag)
        elif tag == "li" or tag in BLOCKS:
            self.finish_block()
            self.kind = BLOCKS.get(tag, "li")

    def handle_endtag(self, tag: str) -> None:
        """A block ends, a list, a style or a link."""
        if tag in STYLES and STYLES[tag] in self.styles:
            self.styles.remove(STYLES[tag])
        elif tag == "a":
            self.link = ""
        elif tag in ("td", "th"):
            self.pieces.append(Piece(" "))
        elif tag in LISTS:
            self.finish_block()
            self.lists = self.lists[:-1]
        elif tag in BLOCKS and self.kind == "li":
            self.break_item()
        elif tag == "li" or tag in BLOCKS:
            self.finish_block()

    def handle_data(self, data: str) -> None:
        """Text; line ends of the source are spaces, hard spaces and soft hyphens stay."""
        styles = () if self.kind.startswith("h") else tuple(sorted(set(self.styles)))
        self.pieces.append(Piece(SPACE.sub(" ", data), styles, self.link))

    def break_item(self) -> None:
        """Paragraphs of one list item become its lines."""
        if self.pieces and self.pieces[-1].text != "\n":
            self.pieces.append(Piece("\n"))

    def finish_block(self) -> None:
        """What was read so far is a block, if it says anything."""
        block = Block(self.kind, tuple(self.lists) or ("ul",), self.pieces).trimmed()
        if block.pieces:
            self.blocks.append(block)
        self.kind, self.pieces = "p", []
