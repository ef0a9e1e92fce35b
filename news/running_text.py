"""Running text as a row of blocks, and how it is written down."""

from dataclasses import dataclass, replace
from html import escape
from itertools import groupby

SPACES = " \n"


@dataclass(frozen=True)
class Piece:
    """Some characters in one style, perhaps linked. A line break is a piece of its own."""

    text: str
    styles: tuple[str, ...] = ()
    link: str = ""


@dataclass(frozen=True)
class Block:
    """A paragraph, heading or list item; an item knows the lists it lies in, outermost first."""

    kind: str
    lists: tuple[str, ...]
    pieces: list[Piece]

    def trimmed(self) -> "Block":
        """Without space at both ends; without pieces if there is nothing else."""
        pieces = list(self.pieces)
        while pieces and not pieces[0].text.strip(SPACES):
            pieces.pop(0)
        while pieces and not pieces[-1].text.strip(SPACES):
            pieces.pop()
        if pieces:
            pieces[0] = replace(pieces[0], text=pieces[0].text.lstrip(SPACES))
            pieces[-1] = replace(pieces[-1], text=pieces[-1].text.rstrip(SPACES))
        if not "".join(piece.text for piece in pieces).strip():
            pieces = []
        return replace(self, pieces=pieces)


def written(blocks: list[Block]) -> str:
    """The HTML of all blocks."""
    html: list[str] = []
    open_lists: list[str] = []
    for block in blocks:
        lists = nested(block.lists, len(open_lists)) if block.kind == "li" else ()
        close(html, open_lists, common(open_lists, lists))
        if block.kind != "li":
            html.append(f"<{block.kind}>{inner(block.pieces)}</{block.kind}>")
            continue
        html += ["</li>"] if len(open_lists) == len(lists) else [f"<{name}>" for name in lists[len(open_lists) :]]
        open_lists[:] = lists
        html.append(f"<li>{inner(block.pieces)}")
    close(html, open_lists, 0)
    return "".join(html)


def nested(lists: tuple[str, ...], depth: int) -> tuple[str, ...]:
    """At most one level deeper than what is open: a list lies in an item, never in a list."""
    return lists[: depth + 1]


def common(open_lists: list[str], lists: tuple[str, ...]) -> int:
    """How many of the open lists go on."""
    count = 0
    for before, after in zip(open_lists, lists, strict=False):
        if before != after:
            break
        count += 1
    return count


def close(html: list[str], open_lists: list[str], count: int) -> None:
    """Closes lists until only `count` are open."""
    while len(open_lists) > count:
        html.append(f"</li></{open_lists.pop()}>")


def inner(pieces: list[Piece]) -> str:
    """Text with links and styles."""
    html = ""
    for link, linked in groupby(pieces, key=lambda piece: piece.link):
        text = "".join(styled(styles, list(same)) for styles, same in groupby(linked, key=lambda piece: piece.styles))
        html += f'<a href="{escape(link)}">{text}</a>' if link and text.strip() else text
    return html


def styled(styles: tuple[str, ...], pieces: list[Piece]) -> str:
    """Pieces of the same style, in its tags."""
    text = "".join("<br/>" if piece.text == "\n" else escape(piece.text, quote=False) for piece in pieces)
    for style in styles if text.strip() else ():
        text = f"<{style}>{text}</{style}>"
    return text
