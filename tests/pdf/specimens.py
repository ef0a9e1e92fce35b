"""PDFs to be checked: all articles of the demo, and cases that are hard to typeset."""

from collections.abc import Callable, Iterator
from io import StringIO

from django.conf import settings
from django.core.management import call_command

from home.actions import reading_list
from home.actions.pdf import collection, making
from home.actions.pdf.collection import Collection
from home.actions.pdf.making import typeset
from home.page.models import BasePage
from home.workflow.record.export import as_pdf
from programs.models import CaseStudyPage
from programs.portal.documents.content import council_paper, questions
from tests.factories import media, pages

from .bodies import image, table

NESTED = (
    "<ul><li>Eins<ol><li>Zwei<ul><li>Drei<ol><li>Vier<ul><li>Fünf</li></ul></li></ol></li></ul></li></ol></li></ul>"
)
NOTES = (
    '<p>Die Zahl ist belegt <a href="#anmerkungen">[1]</a>, die zweite auch <a href="#anmerkungen">[2]</a>.</p>'
    "<h2>Anmerkungen</h2><ol><li>Statistisches Amt, Bericht 2024.</li><li>"
    '<a href="https://www.example.org/quelle">Eigene Erhebung</a>, Frühjahr 2025.</li></ol>'
)
ARABIC = '<p>Das Wort <span lang="ar" dir="rtl">مشاركة المواطنين</span> heißt <span lang="en">participation</span>.</p>'
LONG_WORDS = "<p>" + "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 4 + "</p>"
EMOJI = "<p>Danke 🙂 👩‍👩‍👧 🇩🇪 ❤️ für 100\u202f% ✅!</p>"
SOFT = "<p>" + "Bürger\u00adbeteiligungs\u00adverfahren und Gemeinde\u00adordnungs\u00adrecht. " * 20 + "</p>"


def text(value: str, **fields) -> BasePage:
    """An article with this one text."""
    return pages.article(body=[{"type": "text", "value": value}], **fields)


def gallery() -> BasePage:
    """Forty pictures."""
    picture = media.picture()
    return pages.article(body=[{"type": "image", "value": image(picture, alt=f"Bild {n}")} for n in range(40)])


def decorated() -> BasePage:
    """A lead image and a picture that only decorate."""
    picture = media.picture()
    return pages.article(
        lead_image=picture, lead_image_alt="", body=[{"type": "image", "value": image(picture, decorative=True)}]
    )


HARD_CASES: dict[str, Callable[[], BasePage]] = {
    "long table": lambda: pages.article(body=[{"type": "table", "value": table(400)}]),
    "nested lists": lambda: text(NESTED),
    "footnotes": lambda: text(NOTES),
    "right-to-left phrase": lambda: text(ARABIC),
    "gallery of 40": gallery,
    "decorative image": decorated,
    "no image": lambda: text("<p>Nur Text.</p>"),
    "very long words": lambda: text(LONG_WORDS, title="Grundstücksverkehrsgenehmigungszuständigkeitsverordnung" * 2),
    "emoji": lambda: text(EMOJI, title="Danke 🙂"),
    "soft hyphens": lambda: text(SOFT, title="Bürger\u00adbeteiligungs\u00adverfahren"),
}


def hard_cases() -> Iterator[tuple[str, bytes]]:
    """Each case, typeset."""
    for name, make in HARD_CASES.items():
        yield name, typeset(make())


def demo_collections() -> Iterator[tuple[str, bytes]]:
    """Each programme with all that belongs to it, and a reader's list of all articles it may hold."""
    readable = [page for page in BasePage.objects.readable().order_by("pk").specific() if page.is_article]
    for page in readable:
        if found := collection.of_program(page):
            yield f"collection {page.slug}", printed(found)
    chosen = readable[: reading_list.MAX_ARTICLES]
    shown, address = f"{settings.BASE_URL}/merkliste/", settings.BASE_URL + reading_list.list_address(chosen)
    yield "collection reading list", printed(Collection("Merkliste", "Gesammelte Artikel", address, chosen, shown))


def papers() -> Iterator[tuple[str, bytes]]:
    """What the same press makes elsewhere: the record of a page, and the papers of the municipalities' portal."""
    study = CaseStudyPage.objects.readable().order_by("pk").first()
    yield "paper record", as_pdf(study)
    yield "paper questions", questions(study).as_pdf(settings.BASE_URL + "/")
    yield "paper council", council_paper(study).as_pdf(settings.BASE_URL + "/")


def printed(found: Collection) -> bytes:
    """Several articles, typeset."""
    return making.printed(lambda: collection.html_of(found), found.address)


def demo() -> Iterator[tuple[str, bytes]]:
    """Each article, programme and case study of the demo, typeset."""
    call_command("load_demo", stdout=StringIO())
    for page in BasePage.objects.readable().order_by("pk").specific():
        if page.is_article:
            yield f"demo {page.slug}", typeset(page)
