"""`import_articles FILE`: all of a file or nothing; every bad line is named; safe to run again."""

import json
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import PageLogEntry

from home.page.models import Subject
from home.workflow import transitions
from news.models import ArticlePage
from tests.factories import pages

GOOD = {
    "slug": "netzwerktreffen",
    "title": "Netzwerktreffen in Musterstadt",
    "date": "2018-02-05",
    "lead": "Fünfzig Menschen aus 23 Kommunen trafen sich.",
    "body_html": "<p>Ein Absatz.</p>",
    "subjects": ["Integration", "Förderung"],
}


@pytest.fixture
def index(db):
    """`/aktuelles/`."""
    return pages.news_index()


@pytest.fixture
def run(tmp_path: Path):
    """Writes lines into a file, imports it and returns what was said. A line is JSON, text or bytes."""

    def write_and_import(*lines: dict | str | bytes) -> str:
        file = tmp_path / "artikel.jsonl"
        file.write_bytes(b"\n".join(map(as_bytes, lines)))
        said = StringIO()
        call_command("import_articles", str(file), stdout=said)
        return said.getvalue()

    return write_and_import


def as_bytes(line: dict | str | bytes) -> bytes:
    """A line of the file."""
    if isinstance(line, dict):
        line = json.dumps(line, ensure_ascii=False)
    return line.encode() if isinstance(line, str) else line


def article(slug: str = "netzwerktreffen") -> ArticlePage:
    """The imported article."""
    return ArticlePage.objects.get(slug=slug)


def body_of(page: ArticlePage) -> str:
    """The HTML of its only block."""
    (block,) = page.body
    return block.value.source


def test_an_article_is_live_listed_and_recorded_as_an_import(index, run, client):
    assert run(GOOD) == "Neu: 1, geändert: 0, unverändert: 0.\n"
    page = article()
    assert page.live
    assert page.display_date == datetime(2018, 2, 4, 23, tzinfo=UTC)
    assert {subject.name for subject in page.subjects.all()} == {"Integration", "Förderung"}
    assert Subject.objects.get(name="Förderung").slug == "foerderung"
    assert PageLogEntry.objects.filter(page=page, action="aushang.import").count() == 1
    assert "Netzwerktreffen in Musterstadt" in client.get("/aktuelles/").content.decode()


BAD_LINES = {
    "no JSON": ("{kaputt", "Das ist kein gültiges JSON."),
    "cut off": ('{"slug": "a"', "Das ist kein gültiges JSON."),
    "too deep": ("[" * 100_000, "Das ist kein gültiges JSON."),
    "no object": ('["slug"]', "Gebraucht wird ein JSON-Objekt mit den Feldern eines Artikels."),
    "not UTF-8": ('{"slug": "ä"}'.encode("latin-1"), "Der Text ist nicht in UTF-8 kodiert."),
    "zero byte": (GOOD | {"lead": "a\x00b"}, "Der Text enthält Zeichen, die sich nicht speichern lassen."),
    "half a character": ('{"slug": "\\ud83d"}', "Der Text enthält Zeichen, die sich nicht speichern lassen."),
    "nothing in it": ({}, "Diese Felder fehlen: slug, title, date, lead, body_html, subjects."),
    "title forgotten": (
        {name: value for name, value in GOOD.items() if name != "title"},
        "Diese Felder fehlen: title.",
    ),
    "misspelt field": (GOOD | {"teaser": "x"}, "Diese Felder sind unbekannt: teaser."),
    "number as title": (GOOD | {"title": 7}, "Das Feld „title“ muss ein Text sein."),
    "null as lead": (GOOD | {"lead": None}, "Das Feld „lead“ muss ein Text sein."),
    "empty title": (GOOD | {"title": "  "}, "Das Feld „title“ ist leer."),
    "long title": (GOOD | {"title": "x" * 256}, "Das Feld „title“ hat 256 Zeichen; möglich sind höchstens 255."),
    "long lead": (GOOD | {"lead": "x" * 601}, "Das Feld „lead“ hat 601 Zeichen; möglich sind höchstens 600."),
    "no date": (GOOD | {"date": "gestern"}, "„gestern“ ist kein Datum wie 2018-02-05."),
    "no such day": (GOOD | {"date": "2018-02-30"}, "„2018-02-30“ ist kein Datum wie 2018-02-05."),
    "before time": (GOOD | {"date": "0001-01-01"}, "„0001-01-01“ ist kein Datum wie 2018-02-05."),
    "only a script": (GOOD | {"body_html": "<script>1</script>"}, "Das Feld „body_html“ ist leer."),
    "list as body": (GOOD | {"body_html": []}, "Das Feld „body_html“ muss ein Text sein."),
    "text as subjects": (GOOD | {"subjects": "Integration"}, "Das Feld „subjects“ muss eine Liste von Texten sein."),
    "number as subject": (GOOD | {"subjects": [1]}, "Das Feld „subjects“ muss ein Text sein."),
    "slug with space": (
        GOOD | {"slug": "ein text"},
        "Der Slug „ein text“ darf nur Buchstaben ohne Akzente, Ziffern, Binde- und Unterstriche haben.",
    ),
    "reserved slug": (GOOD | {"slug": "senden"}, "Der Slug „senden“ ist eine Adresse der Website selbst."),
}


@pytest.mark.parametrize(("line", "reason"), BAD_LINES.values(), ids=BAD_LINES)
def test_a_bad_line_is_named_and_nothing_of_the_file_is_imported(index, run, line, reason):
    with pytest.raises(CommandError) as refusal:
        run(GOOD | {"slug": "davor"}, "", line, GOOD | {"slug": "danach"})
    assert str(refusal.value) == f"Zeile 3: {reason}\nEs wurde nichts importiert."
    assert not ArticlePage.objects.exists()
    assert not Subject.objects.exists()


def test_all_bad_lines_are_named_at_once(index, run):
    with pytest.raises(CommandError) as refusal:
        run("{", GOOD, GOOD, "[]")
    assert str(refusal.value).splitlines() == [
        "Zeile 1: Das ist kein gültiges JSON.",
        "Zeile 3: Der Slug „netzwerktreffen“ steht schon in Zeile 2.",
        "Zeile 4: Gebraucht wird ein JSON-Objekt mit den Feldern eines Artikels.",
        "Es wurde nichts importiert.",
    ]


def test_of_very_many_bad_lines_the_first_are_named(index, run):
    with pytest.raises(CommandError, match="… und 5 weitere"):
        run(*["{"] * 25)


@pytest.mark.parametrize("lines", [(), ("", "  "), (b"\xef\xbb\xbf",)], ids=["empty", "blank lines", "only a mark"])
def test_an_empty_file_is_refused(index, run, lines):
    with pytest.raises(CommandError, match="Die Datei enthält keinen Artikel"):
        run(*lines)


def test_a_missing_file_is_refused(index, tmp_path):
    with pytest.raises(CommandError, match="Die Datei kann nicht gelesen werden"):
        call_command("import_articles", str(tmp_path / "fehlt.jsonl"))


def test_without_a_news_list_nothing_is_imported(bare_site, run):
    with pytest.raises(CommandError, match="Es gibt noch keine Nachrichtenliste"):
        run(GOOD)


def test_when_the_workflow_refuses_halfway_nothing_stays(index, run, monkeypatch):
    publish = transitions.publish_import

    def refuse_the_second(page):
        if page.slug == "zwei":
            raise transitions.Refused("Nein.")
        publish(page)

    monkeypatch.setattr(transitions, "publish_import", refuse_the_second)
    with pytest.raises(CommandError) as refusal:
        run(GOOD | {"slug": "eins"}, GOOD | {"slug": "zwei"})
    assert str(refusal.value) == "Zeile 2: Nein.\nEs wurde nichts importiert."
    assert not ArticlePage.objects.exists()


def test_byte_order_mark_and_windows_line_ends_are_fine(index, run):
    assert run(b"\xef\xbb\xbf" + as_bytes(GOOD) + b"\r").startswith("Neu: 1")


class TestAgain:
    """The same file a second time."""

    def test_changes_nothing(self, index, run):
        run(GOOD)
        before = article().latest_revision_id
        assert run(GOOD) == "Neu: 0, geändert: 0, unverändert: 1.\n"
        assert article().latest_revision_id == before

    @pytest.mark.parametrize(
        "change",
        [
            {"title": "Anders"},
            {"lead": "Anders."},
            {"date": "2018-02-06T10:00:00+01:00"},
            {"body_html": "<p>Anders.</p>"},
            {"subjects": []},
        ],
        ids=lambda change: next(iter(change)),
    )
    def test_brings_what_is_new(self, index, run, change):
        run(GOOD)
        assert run(GOOD | change) == "Neu: 0, geändert: 1, unverändert: 0.\n"
        assert run(GOOD | change) == "Neu: 0, geändert: 0, unverändert: 1.\n"
        assert article().live

    def test_the_case_of_a_subject_is_no_change(self, index, run):
        run(GOOD)
        assert run(GOOD | {"subjects": ["integration", "Förderung", "INTEGRATION"]}).endswith("unverändert: 1.\n")

    def test_never_overwrites_what_people_wrote_here(self, index, run, author):
        run(GOOD)
        page = article()
        page.title = "Von Hand"
        page.save_revision(user=author)
        said = run(GOOD | {"title": "Aus der Datei"})
        assert said.splitlines()[1] == "Hier seither bearbeitet oder zurückgezogen und so belassen: netzwerktreffen."
        assert article().get_latest_revision_as_object().title == "Von Hand"

    def test_never_brings_back_what_was_withdrawn(self, index, run):
        run(GOOD)
        article().unpublish()
        assert "netzwerktreffen" in run(GOOD | {"title": "Aus der Datei"})
        assert not article().live


CLEANED = {
    "first heading": ("<h1>Titel</h1><p>x</p>", "<h2>Titel</h2><p>x</p>"),
    "script with content": ("<p>x</p><script>alert(1)</script><style>p{}</style>", "<p>x</p>"),
    "handlers and styles": ('<p style="color:red" onclick="x()" class="a">x</p>', "<p>x</p>"),
    "soft hyphen, hard space, umlauts": ("<p>Donau&shy;schiff&nbsp;„Ä“</p>", "<p>Donau\xadschiff\xa0„Ä“</p>"),
    "strong and em": ("<p><strong>a</strong> <em>b</em></p>", "<p><b>a</b> <i>b</i></p>"),
    "script address": ('<p><a href="javascript:alert(1)">x</a></p>', "<p>x</p>"),
    "hidden script address": ('<p><a href="JaVa&#10;script:alert(1)">x</a></p>', "<p>x</p>"),
    "relative link": ('<p><a href="/alt.html">x</a></p>', "<p>x</p>"),
    "good links": (
        '<p><a href="https://a.example/?b=1&c=2" target="_blank">x</a> <a href="mailto:a@b.example">y</a></p>',
        '<p><a href="https://a.example/?b=1&amp;c=2">x</a> <a href="mailto:a@b.example">y</a></p>',
    ),
    "picture and frame": ("<p>x<img src=x onerror=alert(1)></p><iframe src=x></iframe>", "<p>x</p>"),
    "embedded by id": ('<p><embed embedtype="image" id="1"/><a linktype="page" id="3">x</a></p>', "<p>x</p>"),
    "text without paragraphs": ("eins<br>zwei", "<p>eins<br/>zwei</p>"),
    "paragraphs in boxes": ("<div><p>a</p>b<div>c</div></div>", "<p>a</p><p>b</p><p>c</p>"),
    "nested list": (
        "<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>",
        "<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>",
    ),
    "paragraphs in an item": ("<ul><li><p>a</p><p>b</p></li></ul>", "<ul><li>a<br/>b</li></ul>"),
    "item without a list": ("<li>a</li>", "<ul><li>a</li></ul>"),
    "table": ("<table><tr><td>a</td><td>b</td></tr></table>", "<p>a b</p>"),
    "less and more": ("<p>1 &lt; 2 &amp; 3</p>", "<p>1 &lt; 2 &amp; 3</p>"),
    "unclosed": ("<p>a<b>b<p>c", "<p>a<b>b</b></p><p><b>c</b></p>"),
}


@pytest.mark.parametrize(("html", "stored"), CLEANED.values(), ids=CLEANED)
def test_the_body_is_stored_clean(index, run, html, stored):
    run(GOOD | {"body_html": html})
    assert body_of(article()) == stored
