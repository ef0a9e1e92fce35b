"""What pages tell search engines is whole: types, required fields, dates with their zone, absolute addresses."""

import json
import re
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import pytest

from home.actions.pdf import engine
from tests.design.site_under_test import every_type

pytestmark = pytest.mark.django_db

ADDRESS, TEXT, MOMENT, NUMBER = "address", "text", "moment", "number"
# Each property with its kind; those that search engines ask for are in REQUIRED.
PROPERTIES: dict[str, dict[str, Any]] = {
    "NewsArticle": {
        "headline": TEXT,
        "description": TEXT,
        "datePublished": MOMENT,
        "dateModified": MOMENT,
        "inLanguage": TEXT,
        "mainEntityOfPage": ADDRESS,
        "url": ADDRESS,
        "keywords": [TEXT],
        "image": {"ImageObject"},
        "author": {"GovernmentOrganization", "Organization"},
        "publisher": {"GovernmentOrganization", "Organization"},
        "encoding": {"MediaObject"},
    },
    "GovernmentOrganization": {"name": TEXT, "url": ADDRESS},
    "Organization": {"name": TEXT, "url": ADDRESS},
    "ImageObject": {"url": ADDRESS, "width": NUMBER, "height": NUMBER},
    "MediaObject": {"encodingFormat": TEXT, "contentUrl": ADDRESS},
    "BreadcrumbList": {"itemListElement": [{"ListItem"}]},
    "ListItem": {"position": NUMBER, "name": TEXT, "item": ADDRESS},
}
PROPERTIES["Article"] = PROPERTIES["NewsArticle"]
ARTICLE = {"headline", "datePublished", "dateModified", "image", "author", "publisher", "mainEntityOfPage", "encoding"}
REQUIRED = {
    "NewsArticle": ARTICLE,
    "Article": ARTICLE - {"author"},
    "GovernmentOrganization": {"name"},
    "Organization": {"name"},
    "ImageObject": {"url", "width", "height"},
    "MediaObject": {"encodingFormat", "contentUrl"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
}


def faults(value: Any, kind: Any, place: str = "") -> list[str]:
    """What is wrong with a value that should be of this kind."""
    if isinstance(kind, list):
        wrong = [] if isinstance(value, list) and value else [f"{place}: no list"]
        return wrong or [fault for entry in value for fault in faults(entry, kind[0], place)]
    if isinstance(kind, set):
        return faults_of_thing(value, kind, place)
    return [] if fits(value, kind) else [f"{place}: {value!r} is no {kind}"]


def fits(value: Any, kind: str) -> bool:
    """Whether a plain value is of its kind."""
    if kind == NUMBER:
        return isinstance(value, int)
    if not (isinstance(value, str) and value.strip()):
        return False
    if kind == ADDRESS:
        return bool(urlsplit(value).scheme in ("http", "https") and urlsplit(value).netloc)
    return kind == TEXT or datetime.fromisoformat(value).tzinfo is not None


def faults_of_thing(thing: dict, types: set[str], place: str = "") -> list[str]:
    """What is wrong with an object: type, unknown or missing properties, and all within."""
    kind = thing.get("@type")
    if kind not in types:
        return [f"{place}: type {kind}"]
    known = PROPERTIES[kind]
    given = {name: value for name, value in thing.items() if not name.startswith("@")}
    wrong = [f"{place}.{name}: unknown" for name in given.keys() - known.keys()]
    wrong += [f"{place}.{name}: missing" for name in REQUIRED[kind] - given.keys()]
    inner = (faults(given[name], known[name], f"{place}.{name}") for name in given.keys() & known.keys())
    return wrong + [fault for found in inner for fault in found]


def said(client, page) -> list[dict]:
    """The structured data in the head of a page."""
    html = client.get(page.url).content.decode()
    return [
        entry
        for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)
        for entry in json.loads(text)
    ]


def test_every_type_of_page_speaks_soundly(client, monkeypatch):
    monkeypatch.setattr(engine, "available", lambda: True)
    for name, page in every_type().items():
        things = said(client, page)
        assert [fault for thing in things for fault in faults_of_thing(thing, set(PROPERTIES), name)] == []
        assert all(thing["@context"] == "https://schema.org" for thing in things)
        types = [thing["@type"] for thing in things]
        assert ("NewsArticle" in types) == (name == "ArticlePage")
        assert ("BreadcrumbList" in types) == (name != "HomePage")
        for trail in (thing["itemListElement"] for thing in things if thing["@type"] == "BreadcrumbList"):
            assert [entry["position"] for entry in trail] == list(range(1, len(trail) + 1))
            assert trail[-1]["item"].endswith(page.url)


def test_no_pdf_is_named_where_none_can_be_made(client, monkeypatch):
    monkeypatch.setattr(engine, "available", lambda: False)
    assert not [thing for thing in said(client, every_type()["ArticlePage"]) if "encoding" in thing]


def test_the_check_finds_faults():
    thing = {"@type": "NewsArticle", "headline": "", "datePublished": "2018-02-05T10:00", "url": "/a/", "x": 1}
    found = faults_of_thing(thing, {"NewsArticle"})
    assert {".x: unknown", ".publisher: missing", ".headline: '' is no text", ".url: '/a/' is no address"} <= set(found)
    assert ".datePublished: '2018-02-05T10:00' is no moment" in found
