"""HTML into a PDF that is PDF/A-3a and PDF/UA-1 at once. The only module that loads WeasyPrint and so needs Pango."""

from functools import cache
from threading import Lock

from weasyprint import CSS, HTML, Document
from weasyprint.text.fonts import FontConfiguration

from .fetcher import OwnFilesFetcher
from .glyphs import unsupported_signs, without
from .identity import add_ua_identifier
from .mounts import own_mounts
from .sheets import sheet_files
from .structure import tidied
from .tagging import better_tags

VARIANT = "pdf/a-3a"

# Sheets and fonts are kept between documents and must not be shared by two threads at once.
one_at_a_time = Lock()


@cache
def fonts_and_sheets() -> tuple[FontConfiguration, list[CSS]]:
    """Parsed once a process: a third of the time of a short document."""
    fonts = FontConfiguration()
    return fonts, [CSS(string=file.read_text(), font_config=fonts) for file in sheet_files()]


def typeset(html: str, address: str) -> bytes:
    """The PDF of a whole HTML document; `address` resolves relative links."""
    with one_at_a_time, unsupported_signs() as signs:
        data = written(html, address)
        return written(without(html, signs), address) if signs else data


def written(html: str, address: str) -> bytes:
    """One run of the press."""
    fonts, sheets = fonts_and_sheets()
    source = HTML(string=html, base_url=address, url_fetcher=OwnFilesFetcher(own_mounts()))
    document = source.render(font_config=fonts, stylesheets=sheets, pdf_variant=VARIANT)
    add_ua_identifier(document)
    drop_inherited_links(document)
    with better_tags():
        return tidied(document.write_pdf(pdf_variant=VARIANT))


def drop_inherited_links(document: Document) -> None:
    """WeasyPrint repeats a link on every box inside it; one is enough, and only that one is tagged as a link."""
    for page in document.pages:
        page.links[:] = [link for link in page.links if link[3].element_tag == "a"]
