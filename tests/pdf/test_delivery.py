"""How a PDF is handed out: made once, kept with its version, gone with its page."""

import pytest
from django.core.cache import cache
from django.core.files.storage import default_storage
from wagtail.models import PageViewRestriction

from home.actions.pdf import document, engine, making, shortcut, store, tasks, views
from home.actions.pdf.edition import edition_of
from tests.factories import pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def press(monkeypatch) -> list[str]:
    """Counts what is typeset, and does it quickly."""
    made = []

    class Press:
        @staticmethod
        def typeset(html: str, address: str) -> bytes:
            made.append(address)
            return b"%PDF-1.7" + html.encode() + b"\n%%EOF\n"

    monkeypatch.setattr(engine, "typesetter", lambda: Press)
    monkeypatch.setattr(engine, "available", lambda: True)
    return made


@pytest.fixture
def impatient(monkeypatch) -> None:
    """Nobody waits in a test."""
    monkeypatch.setattr(making, "PATIENCE_SECONDS", 0)
    monkeypatch.setattr(making, "PAUSE_SECONDS", 0)


def fetch(client, page) -> bytes:
    """The PDF of a page, as a reader gets it."""
    return b"".join(client.get(page.url + "artikel.pdf"))


def stored(page) -> list[str]:
    """The names of the stored files of a page."""
    return store.names_in(f"pdf/{page.pk}")[1]


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


def test_a_new_version_replaces_the_old_one_at_once(client, press, django_capture_on_commit_callbacks):
    page = pages.article(title="Alt")
    old = client.get(page.url + "artikel.pdf")["ETag"]
    page.title = "Neu"
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish(skip_permission_checks=True)
    new = client.get(page.url + "artikel.pdf", headers={"If-None-Match": old})
    assert new.status_code == 200
    assert b"Neu" in b"".join(new)
    assert len(stored(page)) == 1


def test_a_page_that_was_imported_without_a_revision_has_one_too(client, press):
    page = pages.article()
    type(page).objects.filter(pk=page.pk).update(live_revision=None)
    assert client.get(page.url + "artikel.pdf").status_code == 200


def test_publishing_makes_it_before_anybody_asks(press, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        page = pages.article()
    assert stored(page) == [f"{edition_of(page)}.pdf"]


@pytest.mark.parametrize("end", ["unpublish", "delete", "restrict"])
def test_it_goes_with_its_page(client, press, django_capture_on_commit_callbacks, end):
    page = pages.article()
    fetch(client, page)
    assert stored(page)
    with django_capture_on_commit_callbacks(execute=True):
        if end == "unpublish":
            page.unpublish()
        elif end == "delete":
            type(page).objects.get(pk=page.pk).delete()
        else:
            PageViewRestriction.objects.create(page=page.get_parent(), restriction_type="login")
    assert stored(page) == []


@pytest.mark.parametrize("change", ["move", "rename"])
def test_at_a_new_address_there_is_a_new_one(client, press, django_capture_on_commit_callbacks, change):
    page, elsewhere = pages.article(), pages.section()
    old = client.get(page.url + "artikel.pdf")["ETag"]
    with django_capture_on_commit_callbacks(execute=True):
        if change == "move":
            page.move(elsewhere, pos="last-child")
        else:
            page.slug = "anders"
            page.save_revision().publish(skip_permission_checks=True)
    page = type(page).objects.get(pk=page.pk)
    assert stored(page) == [f"{edition_of(page)}.pdf"]
    assert client.get(page.url + "artikel.pdf", headers={"If-None-Match": old}).status_code == 200


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


def test_a_half_written_file_does_not_count(client, press):
    page = pages.article()
    fetch(client, page)
    name = store.path_of(page.pk, edition_of(page))
    with default_storage.open(name, "r+b") as file:
        file.truncate(100)
    assert b"%%EOF" in fetch(client, page)


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


def test_strangers_are_sent_to_the_login_of_a_private_page(client, press):
    page = pages.article()
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert client.get(page.url + "artikel.pdf").status_code == 302


def test_who_may_read_a_private_page_gets_a_pdf_that_nobody_keeps(client, press, author):
    page = pages.article()
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    client.force_login(author)
    response = client.get(page.url + "artikel.pdf")
    assert response.status_code == 200
    assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))
    assert response["Content-Disposition"].startswith("inline")
    assert stored(page) == []


def test_the_task_leaves_private_pages_and_drafts_alone(press):
    private, draft = pages.article(), pages.draft_article()
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    for page in (private, draft):
        tasks.make_pdf.call(page.pk)
    assert not press


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


@pytest.mark.parametrize("end", ["unpublish", "restrict", "rename"])
def test_nobody_passes_once_the_page_has_changed(client, press, django_capture_on_commit_callbacks, end):
    page = pages.article()
    address = page.url + "artikel.pdf"
    assert [client.get(address).status_code for _twice in range(2)] == [200, 200]
    with django_capture_on_commit_callbacks(execute=True):
        if end == "unpublish":
            page.unpublish()
        elif end == "restrict":
            PageViewRestriction.objects.create(page=page.get_parent(), restriction_type="login")
        else:
            page.slug = "anders"
            page.save_revision().publish(skip_permission_checks=True)
    assert client.get(address).status_code == {"unpublish": 404, "restrict": 302, "rename": 404}[end]


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
