"""Bodies to typeset: one with every block, and a press release as it comes out of a word processor."""

from home.bodies.models import Municipality
from home.page.models import Contact
from tests.factories import media, pages

PRESS_RELEASE = [
    {
        "type": "text",
        "value": "<h2>Neue Wege der Beteili\u00adgung</h2>"
        "<p>Die Gemeinden sagen: „Wer früh fragt, baut später weniger um.“ "
        "Ein <i>überraschender</i> Befund&nbsp;– auch für die <b>Fach\u00adabteilungen</b>.</p>"
        "<h3>Größere Runden, kürzere Wege</h3><p>Mehr dazu auf der "
        '<a href="https://www.example.org/bericht?jahr=2018&amp;teil=1">Seite des Berichts</a>.</p>'
        "<ul><li>Vorbereitung<ul><li>Räume</li><li>Einladung<ul><li>in fünf Sprachen</li></ul></li></ul></li>"
        "<li>Durchführung</li></ul><ol><li>Erstens</li><li>Zweitens</li></ol>"
        "<h4>Straßenbahn&shy;haltestellen&shy;planungs&shy;verfahren</h4><p>Ein Satz mit ẞ, € und −3&nbsp;°C. 🙂</p>",
    }
]


def every_block() -> list[dict]:
    """One of each."""
    picture = media.picture(credit="Akademie")
    return [
        *PRESS_RELEASE,
        {"type": "quote", "value": {"text": "Wer gefragt wird, macht mit.", "name": "Leitung", "role": "Musterstadt"}},
        {"type": "image", "value": image(picture, alt="Eine blaue Fläche")},
        {"type": "image", "value": image(picture, decorative=True)},
        {
            "type": "facts",
            "value": {"title": "Auf einen Blick", "facts": [{"term": "Dauer", "value": "zwei Jahre"}] * 2},
        },
        {"type": "table", "value": table()},
        {"type": "call", "value": call()},
        {
            "type": "downloads",
            "value": {"title": "Downloads", "files": [{"document": media.document().pk, "title": ""}]},
        },
        {"type": "related_links", "value": {"title": "Mehr", "links": [link("https://www.example.org/", "Bericht")]}},
        *newsroom_blocks(picture),
        {"type": "listing", "value": {"title": "Aktuelles", "kind": "news", "subject": None, "count": 3}},
    ]


def newsroom_blocks(picture) -> list[dict]:
    """A gallery, figures, a video, a contact and a recommended page."""
    office = Contact.objects.create(name="Pressestelle", email="presse@example.org", phone="0711 555 01")
    figures = [{"number": "41", "unit": "Türen", "label": "standen offen", "source": "Musterstadt"}] * 2
    video = {"title": "Im Viertel", "url": "https://video.example.org/v", "poster": picture.pk, "captions": True}
    return [
        {"type": "gallery", "value": {"title": "Eindrücke", "pictures": [image(picture, alt="Blau")] * 3}},
        {"type": "figures", "value": {"title": "In Zahlen", "figures": figures}},
        {"type": "video", "value": video | {"transcript": "<p>Eine Straße am Morgen.</p>"}},
        {"type": "contact", "value": {"title": "Kontakt", "contact": office.pk}},
        {"type": "recommendation", "value": {"title": "Zum Weiterlesen", "page": pages.article().pk}},
    ]


def image(picture, alt: str = "", decorative: bool = False) -> dict:
    """An image block."""
    return {"image": picture.pk, "alt": alt, "decorative": decorative, "caption": "Beim Auftakt", "credit": ""}


def link(url: str, title: str) -> dict:
    """A related link to another site."""
    return {"page": None, "url": url, "title": title}


def call() -> dict:
    """An open call."""
    text, deadline = "<p>Formlos bewerben.</p>", "2031-03-31T23:59:00+02:00"
    link_to = "https://www.example.org/bewerbung"
    return {"title": "Jetzt bewerben", "text": text, "deadline": deadline, "link": link_to, "link_text": "Zum Bogen"}


def table(rows: int = 2) -> dict:
    """A table with headers in both directions."""
    return {
        "table_caption": "Netzwerktreffen",
        "first_row_is_table_header": True,
        "first_col_is_header": True,
        "table_header_choice": "both",
        "data": [["Treffen", "Ort", "Plätze"], *([f"Treffen {row}", "Musterstadt", "50"] for row in range(rows))],
        "cell": [],
        "mergeCells": [],
    }


def article_with_everything(**fields):
    """A news article with lead, picture, subject and every block."""
    fields = {"lead": "Zwei Sätze. Mehr nicht.", "contact": "Stabsstelle, stelle@example.org"} | fields
    page = pages.article(
        title="Wie Gemeinden „früh“ fragen", lead_image=media.picture(), lead_image_alt="Fläche", **fields
    )
    page.body = every_block()
    page.subjects.add(pages.subject())
    page.save_revision().publish(skip_permission_checks=True)
    page.refresh_from_db()
    return page


def municipality() -> Municipality:
    """An invented town."""
    return Municipality.objects.create(name="Musterstadt", slug="musterstadt", ars="089990001001", is_demo=True)
