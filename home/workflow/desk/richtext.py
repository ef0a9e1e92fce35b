"""Rich text as plain lines, with what cannot be seen otherwise: where links lead."""

from html.parser import HTMLParser

LINES = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "br", "hr", "blockquote"}


class Lines(HTMLParser):
    """Collects the words of a piece of stored rich text."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.targets: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A new line for a new block; a link is remembered until it ends."""
        given = dict(attrs)
        if tag in LINES:
            self.text.append("\n• " if tag == "li" else "\n")
        if tag == "a":
            self.targets.append(given.get("href") or f"{given.get('linktype', '')} {given.get('id', '')}".strip())
        if tag == "embed":
            self.text.append(f" [{given.get('alt') or given.get('url') or given.get('embedtype', '')}] ")

    def handle_endtag(self, tag: str) -> None:
        """Says where a link leads."""
        if tag == "a" and self.targets:
            self.text.append(f" ‹{self.targets.pop()}›")
        elif tag in LINES:
            self.text.append("\n")

    def handle_data(self, data: str) -> None:
        """The words themselves."""
        self.text.append(data)


def plain(html: str) -> str:
    """The words of rich text, a line for every paragraph."""
    lines = Lines()
    lines.feed(html)
    lines.close()
    return "\n".join(line.strip() for line in "".join(lines.text).splitlines() if line.strip())
