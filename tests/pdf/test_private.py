"""The PDF of a private page is for the permitted person only, and kept nowhere."""

import pytest
from wagtail.models import PageViewRestriction

from home.actions.pdf import shortcut, tasks
from tests.factories import media, pages

from .handed_out import body, stored

pytestmark = pytest.mark.django_db


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


def test_no_file_remains_of_a_private_pdf(client, pdf_of, author, tmp_path):
    page = pages.article(lead_image=media.picture(), lead_image_alt="Blau")
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    client.force_login(author)
    client.get(page.url)  # its picture in the sizes of the page
    before, passes = {file for file in tmp_path.rglob("*") if file.is_file()}, set(shortcut.passes)
    response = client.get(page.url + "artikel.pdf")
    assert body(response).startswith(b"%PDF-")
    assert "ETag" not in response
    left = {file for file in tmp_path.rglob("*") if file.is_file()} - before
    assert [file for file in left if file.read_bytes().startswith(b"%PDF")] == []
    assert {file.suffix for file in left} <= {".jpg"}  # the picture, as large as paper needs it
    assert set(shortcut.passes) == passes  # nothing that the shortcut would hand to anybody


def test_the_next_stranger_gets_no_private_pdf_from_memory(client, press, author):
    page = pages.article()
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    client.force_login(author)
    assert client.get(page.url + "artikel.pdf").status_code == 200
    client.logout()
    assert client.get(page.url + "artikel.pdf").status_code == 302


def test_the_task_leaves_private_pages_and_drafts_alone(press):
    private, draft = pages.article(), pages.draft_article()
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    for page in (private, draft):
        tasks.make_pdf.call(page.pk)
    assert not press
