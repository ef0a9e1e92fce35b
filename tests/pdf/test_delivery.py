"""How a PDF is handed out: made once, as a file with a name, or a sentence where there is none."""

import pytest
from django.core.cache import cache

from home.actions.pdf import document, engine, shortcut, views
from home.actions.pdf.edition import edition_of
from tests.factories import pages

from .handed_out import fetch

pytestmark = pytest.mark.django_db


def test_it_is_handed_out_as_a_file(client, press):
    page = pages.article(title="Größe: „3/4“ – für alle?")
    response = client.get(page.url + "artikel.pdf")
    body = b"".join(response)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Length"] == str(len(body))
    assert response["Content-Disposition"].startswith("inline; filename*=utf-8''Gr%C3%B6%C3%9Fe")
    assert response["X-Robots-Tag"] == "noindex"
    assert response["Link"] == f'<{page.canonical_url()}>; rel="canonical"'
    assert response["Cache-Control"] == "public, max-age=300"
    assert "Referrer-Policy" in response


def test_it_is_made_once(client, press):
    page = pages.article()
    for _ in range(3):
        fetch(client, page)
    assert press == [page.canonical_url()]


def test_who_has_it_already_gets_a_304(client, press):
    page = pages.article()
    first = client.get(page.url + "artikel.pdf")
    again = client.get(page.url + "artikel.pdf", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])


def test_a_page_that_was_imported_without_a_revision_has_one_too(client, press):
    page = pages.article()
    type(page).objects.filter(pk=page.pk).update(live_revision=None)
    assert client.get(page.url + "artikel.pdf").status_code == 200


def test_while_somebody_else_makes_it_the_answer_is_a_sentence_and_a_time(client, press, impatient):
    page = pages.article()
    cache.add(f"pdf.edition.{page.pk}.{edition_of(page)}", 1, 60)
    response = client.get(page.url + "artikel.pdf")
    assert (response.status_code, response["Retry-After"]) == (503, "10")
    assert "wird gerade erstellt" in response.content.decode()
    assert not press


def test_not_more_than_two_at_once(client, press, impatient):
    page = pages.article()
    cache.add("pdf.slot.0", 1, 60)
    assert client.get(page.url + "artikel.pdf").status_code == 200
    cache.add("pdf.slot.1", 1, 60)
    cache.add("pdf.slot.0", 1, 60)
    assert client.get(pages.article().url + "artikel.pdf").status_code == 503


def test_without_pango_the_site_says_so(client, monkeypatch):
    monkeypatch.setattr(engine, "typesetter", lambda: None)
    monkeypatch.setattr(engine, "available", lambda: False)
    page = pages.article()
    response = client.get(page.url + "artikel.pdf")
    assert response.status_code == 503
    assert "Dieser Server kann zurzeit keine PDF-Dateien erstellen." in response.content.decode()
    assert "Artikel als PDF speichern" not in client.get(page.url).content.decode()


def test_what_is_too_long_is_said_and_not_begun(client, press, monkeypatch):
    monkeypatch.setattr(document, "MAX_CHARACTERS", 100)
    response = client.get(pages.article().url + "artikel.pdf")
    assert response.status_code == 404
    assert "zu umfangreich" in response.content.decode()
    assert not press


def test_a_failure_of_the_typesetter_is_a_sentence(client, press, monkeypatch):
    def fail(*args):
        raise RuntimeError("paper jam")

    monkeypatch.setattr(engine.typesetter(), "typeset", fail)
    response = client.get(pages.article().url + "artikel.pdf")
    assert response.status_code == 503
    assert "konnte nicht erstellt werden" in response.content.decode()


@pytest.mark.parametrize("path", ["artikel.pdf", "aktuelles/artikel.pdf", "aktuelles/nichts/artikel.pdf"])
def test_what_is_no_article_has_no_pdf(client, press, path):
    pages.news_index()
    assert client.get(f"/{path}").status_code == 404


def test_a_draft_has_no_pdf(client, press):
    assert client.get(f"/aktuelles/{pages.draft_article().slug}/artikel.pdf").status_code == 404


def test_nothing_but_reading_is_answered(client, press):
    assert client.post(pages.article().url + "artikel.pdf").status_code == 405


def test_a_stored_pdf_needs_few_queries(client, press, django_assert_max_num_queries):
    page = pages.article()
    fetch(client, page)
    shortcut.passes.clear()
    with django_assert_max_num_queries(9):
        fetch(client, page)
    with django_assert_max_num_queries(0):
        fetch(client, page)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Bericht 2018", "Bericht 2018.pdf"),
        ("../../etc/passwd", "etc passwd.pdf"),
        ('a\r\nb: "c"', "a b c.pdf"),
        ("Verfah\u00adren", "Verfahren.pdf"),
        ("ä" * 200, "ä" * 80 + ".pdf"),
        ("...", "Artikel.pdf"),
    ],
)
def test_the_file_name_is_one_that_every_system_takes(title, name):
    assert views.file_name(type("Page", (), {"title": title})) == name
