"""HTML into a PDF that is PDF/A-3a and PDF/UA-1 at once. Runs in the press; the only module that loads WeasyPrint."""

from collections.abc import Callable
from functools import lru_cache
from io import BytesIO

from weasyprint import CSS, HTML, Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from .glyphs import unsupported_signs, without
from .identity import add_ua_identifier
from .structure import tidied
from .tagging import better_tags

VARIANT = "pdf/a-3a"

# Asks the site for a file; ValueError where it says no.
Ask = Callable[[str], tuple[str, bytes]]


class AskingFetcher(URLFetcher):
    """Loads nothing itself: every address goes to the site, which knows its own files."""

    def __init__(self, ask: Ask) -> None:
        super().__init__(timeout=1, allowed_protocols=(), allow_redirects=False)
        self.ask = ask

    def fetch(self, url: str, headers: dict | None = None) -> URLFetcherResponse:
        """The file behind the address."""
        kind, content = self.ask(url)
        return URLFetcherResponse(url, BytesIO(content), {"Content-Type": kind})


@lru_cache(maxsize=1)
def fonts_and_sheets(sheets: tuple[str, ...]) -> tuple[FontConfiguration, list[CSS]]:
    """Parsed once: a third of the time of a short document."""
    fonts = FontConfiguration()
    return fonts, [CSS(string=sheet, font_config=fonts) for sheet in sheets]


def typeset(html: str, address: str, sheets: tuple[str, ...], ask: Ask) -> tuple[bytes, set[str]]:
    """The PDF of a whole HTML document, and the signs no font has; `address` resolves relative links."""
    with unsupported_signs() as signs:
        data = written(html, address, sheets, ask)
        missing = set(signs)
        return (written(without(html, missing), address, sheets, ask) if missing else data), missing


def written(html: str, address: str, sheets: tuple[str, ...], ask: Ask) -> bytes:
    """One run of the press."""
    fonts, styles = fonts_and_sheets(sheets)
    source = HTML(string=html, base_url=address, url_fetcher=AskingFetcher(ask))
    document = source.render(font_config=fonts, stylesheets=styles, pdf_variant=VARIANT)
    add_ua_identifier(document)
    drop_inherited_links(document)
    with better_tags():
        return tidied(document.write_pdf(pdf_variant=VARIANT))


def drop_inherited_links(document: Document) -> None:
    """WeasyPrint repeats a link on every box inside it; one is enough, and only that one is tagged as a link."""
    for page in document.pages:
        page.links[:] = [link for link in page.links if link[3].element_tag == "a"]
