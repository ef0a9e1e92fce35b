"""Turns the blocks of a story into the blocks of a body: names become keys, short forms become full ones."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from home.page.models import BasePage

from . import directory, library


def body(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The body as a StreamField stores it. Each block of a story is a table with one entry: its type."""
    return [
        {"type": kind, "value": WRITERS.get(kind, unchanged)(value)}
        for block in blocks
        for kind, value in block.items()
    ]


def unchanged(value: Any) -> Any:
    """Texts and quotes are written as they are stored."""
    return value


def image(value: dict) -> dict:
    """A picture by the name of its scene."""
    return {"decorative": False, "credit": "", **value, "image": library.picture(value["image"]).pk}


def quote(value: dict) -> dict:
    """What somebody said; whoever is named released it, as far as the demo goes."""
    released = {"released_by": "Redaktion der Demo", "released_on": timezone.localdate().isoformat()}
    return {**(released if value.get("name") else {}), **value}


def gallery(value: dict) -> dict:
    """Several pictures by their scenes."""
    return {**value, "pictures": [image({"caption": "", **entry}) for entry in value["pictures"]]}


def video(value: dict) -> dict:
    """A video elsewhere, with one of our pictures."""
    return {"duration": "", "captions": True, **value, "poster": library.picture(value["poster"]).pk}


def contact(value: dict) -> dict:
    """An office by our word for it."""
    return {"title": "Kontakt", "contact": directory.contact(value["contact"]).pk}


def recommendation(value: dict) -> dict:
    """A page by its path."""
    return {"title": "Zum Weiterlesen", **value, "page": page(value["page"]).pk}


def facts(value: dict) -> dict:
    """Pairs of term and value."""
    pairs = [{"term": term, "value": text} for term, text in value["facts"]]
    return {"title": "Auf einen Blick", **value, "facts": pairs}


def table(value: dict) -> dict:
    """Rows; the first row is the header, and with `header = "both"` the first column too."""
    header = value.get("header", "row")
    return {
        "table_caption": value["caption"],
        "table_header_choice": header,
        "first_row_is_table_header": header in ("row", "both"),
        "first_col_is_header": header in ("column", "both"),
        "data": value["rows"],
        "cell": [],
        "mergeCells": [],
    }


def downloads(value: dict) -> dict:
    """Files of the demo folders."""
    files = [{"document": library.document(entry["file"]).pk, "title": entry["title"]} for entry in value["files"]]
    return {"title": "Zum Herunterladen", **value, "files": files}


def related_links(value: dict) -> dict:
    """Pages by their path, other sites by their address."""
    links = [
        {"page": page(link["page"]).pk if "page" in link else None, "url": link.get("url", ""), "title": link["title"]}
        for link in value["links"]
    ]
    return {"title": "Weitere Informationen", **value, "links": links}


def listing(value: dict) -> dict:
    """The newest pages of a kind, perhaps about a subject."""
    subject = directory.subject(value["subject"]).pk if "subject" in value else None
    return {"count": 3, **value, "subject": subject}


def call(value: dict) -> dict:
    """A call; its deadline is a number of days after the loading."""
    texts = {key: text for key, text in value.items() if key != "days_ahead"}
    return {"link": "", "link_text": "", **texts, "deadline": end_of_day(value["days_ahead"]).isoformat()}


def end_of_day(days_ahead: int) -> datetime:
    """The last minute of a day to come."""
    return (timezone.localtime() + timedelta(days=days_ahead)).replace(hour=23, minute=59, second=0, microsecond=0)


def page(path: str) -> BasePage:
    """The page with this path below the start page."""
    return BasePage.objects.get(url_path__endswith=f"/{path}/", depth=path.count("/") + 3)


WRITERS = {
    "image": image,
    "quote": quote,
    "gallery": gallery,
    "video": video,
    "contact": contact,
    "recommendation": recommendation,
    "facts": facts,
    "table": table,
    "downloads": downloads,
    "related_links": related_links,
    "listing": listing,
    "call": call,
}
