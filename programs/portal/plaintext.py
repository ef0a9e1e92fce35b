"""Rich text as plain text that a person can type anywhere, and back; what is not touched keeps its markup."""

import re
from html import escape
from html.parser import HTMLParser

BLOCKS = {"p", "h2", "h3", "h4", "ul", "ol", "blockquote"}
MARKS = {"b": "**", "strong": "**", "i": "_", "em": "_"}
LINK = re.compile(r"\[([^\]\n]+)\]\((https?://[^\s)]+|mailto:[^\s)]+|page:\d+)\)")
STRONG = re.compile(r"\*\*(\S(?:[^*\n]*\S)?)\*\*")
ITALIC = re.compile(r"(?<!\w)_(\S(?:[^_\n]*\S)?)_(?!\w)")
ITEM = re.compile(r"^\s*[-–•*]\s+")
NUMBER = re.compile(r"^\s*\d{1,2}[.)]\s+")
HEADING = re.compile(r"^#{1,3}\s+")


class Reader(HTMLParser):
    """Writes down stored rich text."""

    def __init__(self) -> None:
        super().__init__()
        self.out: list[str] = []
        self.lists: list[list] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """What a block begins with."""
        given = dict(attrs)
        if tag in ("ul", "ol"):
            self.lists.append([tag, 0])
        if tag in BLOCKS:
            self.out.append("\n\n" + ("# " if tag.startswith("h") else ""))
        elif tag == "li":
            self.lists[-1:] = [[self.lists[-1][0], self.lists[-1][1] + 1]] if self.lists else []
            kind, number = self.lists[-1] if self.lists else ("ul", 0)
            self.out.append("\n- " if kind == "ul" else f"\n{number}. ")
        elif tag == "a":
            self.links.append(given.get("href") or f"page:{given.get('id', '')}")
            self.out.append("[")
        else:
            self.out.append("\n" if tag == "br" else MARKS.get(tag, ""))

    def handle_endtag(self, tag: str) -> None:
        """What a block ends with."""
        if tag in ("ul", "ol") and self.lists:
            self.lists.pop()
        if tag == "a" and self.links:
            self.out.append(f"]({self.links.pop()})")
        else:
            self.out.append("\n\n" if tag in BLOCKS else MARKS.get(tag, ""))

    def handle_data(self, data: str) -> None:
        """The words."""
        self.out.append(data.replace("\n", " "))


def to_plain(html: str) -> str:
    """As it is typed."""
    reader = Reader()
    reader.feed(html or "")
    reader.close()
    text = re.sub(r"[ \t]+\n", "\n", "".join(reader.out))
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def to_rich(text: str) -> str:
    """As it is stored: paragraphs, lists, headings, links; everything else is words."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(block for part in re.split(r"\n\s*\n", text) for block in blocks_of(part) if block)


def blocks_of(part: str) -> list[str]:
    """The blocks of a paragraph: lines that begin like a list are one."""
    found: list[tuple[str, list[str]]] = []
    for line in filter(str.strip, part.split("\n")):
        kind = "ul" if ITEM.match(line) else "ol" if NUMBER.match(line) else "h3" if HEADING.match(line) else "p"
        bare = {"ul": ITEM, "ol": NUMBER, "h3": HEADING}[kind].sub("", line) if kind != "p" else line.strip()
        if found and found[-1][0] == kind and kind != "h3":
            found[-1][1].append(inline(bare))
        else:
            found.append((kind, [inline(bare)]))
    return [written(kind, lines) for kind, lines in found]


def written(kind: str, lines: list[str]) -> str:
    """One block."""
    if kind in ("ul", "ol"):
        return f"<{kind}>" + "".join(f"<li>{line}</li>" for line in lines) + f"</{kind}>"
    return f"<{kind}>" + "<br/>".join(lines) + f"</{kind}>"


def inline(line: str) -> str:
    """Words with their marks and links; typed markup is shown as typed."""
    safe = escape(line, quote=False)
    safe = ITALIC.sub(r"<i>\1</i>", STRONG.sub(r"<b>\1</b>", safe))
    return LINK.sub(link, safe)


def link(match: re.Match) -> str:
    """A link to a page of ours, or to another site."""
    words, target = match[1], match[2]
    if target.startswith("page:"):
        return f'<a linktype="page" id="{target[5:]}">{words}</a>'
    return f'<a href="{escape(target.replace("&amp;", "&"))}">{words}</a>'
