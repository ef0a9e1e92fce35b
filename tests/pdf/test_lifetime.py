"""A PDF is kept with its version and goes with its page."""

from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import PageViewRestriction

from home.actions.pdf import engine, store
from home.actions.pdf.edition import edition_of
from tests.factories import pages

from .handed_out import fetch, stored

pytestmark = pytest.mark.django_db


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


def test_a_half_written_file_does_not_count(client, press):
    page = pages.article()
    fetch(client, page)
    name = store.path_of(page.pk, edition_of(page))
    with default_storage.open(name, "r+b") as file:
        file.truncate(100)
    assert b"%%EOF" in fetch(client, page)


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


def withdrawn_meanwhile(monkeypatch, page) -> None:
    """The page goes while its PDF is in the press."""
    typeset = engine.typesetter().typeset

    def slow(html: str, address: str, mounts: dict | None = None) -> bytes:
        page.unpublish()
        return typeset(html, address)

    monkeypatch.setattr(engine.typesetter(), "typeset", slow)


def test_what_is_withdrawn_while_it_is_made_is_neither_handed_out_nor_kept(client, press, monkeypatch):
    page = pages.article()
    withdrawn_meanwhile(monkeypatch, page)
    address = page.url + "artikel.pdf"
    assert client.get(address).status_code == 503
    assert stored(page) == []
    assert client.get(address).status_code == 404


def test_a_collection_loses_the_article_that_is_withdrawn_while_it_is_made(client, press, monkeypatch):
    program = pages.program()
    article = pages.article(program=program)
    withdrawn_meanwhile(monkeypatch, article)
    assert client.get(program.url + "sammlung.pdf").status_code == 503
    assert store.names_in(f"pdf/collections/{program.pk}")[1] == []


def test_it_goes_when_the_page_expires(client, press, django_capture_on_commit_callbacks):
    page = pages.article()
    fetch(client, page)
    page.expire_at = timezone.now() - timedelta(minutes=1)
    page.save()
    with django_capture_on_commit_callbacks(execute=True):
        call_command("publish_scheduled")
    assert stored(page) == []
    assert client.get(page.url + "artikel.pdf").status_code == 404


@pytest.mark.parametrize("end", ["unpublish", "restrict", "move"])
def test_a_collection_goes_with_each_of_its_articles(client, press, django_capture_on_commit_callbacks, end):
    program = pages.program()
    article, elsewhere = pages.article(program=program), pages.section()
    assert client.get(program.url + "sammlung.pdf").status_code == 200
    with django_capture_on_commit_callbacks(execute=True):
        if end == "unpublish":
            article.unpublish()
        elif end == "restrict":
            PageViewRestriction.objects.create(page=article, restriction_type="login")
        else:
            article.move(elsewhere, pos="last-child")
    assert store.names_in(f"pdf/collections/{program.pk}")[1] == []
