"""Originals and documents: who may read them, and when."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from home.media.models import File, Picture
from news.models import ArticlePage
from tests.factories import media, pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def document(db):
    return media.document()


def offering(document) -> list[dict]:
    """A body with the document to download."""
    return [{"type": "downloads", "value": {"title": "Downloads", "files": [{"document": document.pk, "title": ""}]}}]


def test_an_original_picture_has_no_public_address(client):
    picture = media.picture()
    pages.article(lead_image=picture)
    for address in (picture.file.url, f"/media/{picture.file.name}", f"/documents/{picture.pk}/bild.png"):
        assert client.get(address).status_code == 404


def test_a_document_of_no_page_is_not_there_for_readers(client, document):
    assert client.get(document.url).status_code == 404


def test_a_document_is_readable_once_a_live_page_offers_it(client, document):
    draft = pages.draft_article(body=offering(document))
    assert client.get(document.url).status_code == 404
    draft.get_latest_revision().publish(skip_permission_checks=True)
    response = client.get(document.url)
    assert response.status_code == 200
    assert b"".join(response.streaming_content).startswith(b"%PDF")


def test_a_link_in_the_text_offers_it_too(client, document):
    text = f'<p><a linktype="document" id="{document.pk}">Merkblatt</a></p>'
    pages.article(body=[{"type": "text", "value": text}])
    assert client.get(document.url).status_code == 200


def test_unpublished_changes_offer_nothing(client, document):
    article = pages.article()
    article.body = offering(document)
    article.save_revision()
    assert client.get(document.url).status_code == 404


def test_it_vanishes_when_the_page_is_withdrawn(client, document):
    article = pages.article(body=offering(document))
    article.unpublish()
    assert client.get(document.url).status_code == 404


def test_it_vanishes_when_the_page_offers_it_no_more(client, document):
    article = pages.article(body=offering(document))
    article.body = pages.TEXT
    article.save_revision().publish(skip_permission_checks=True)
    assert client.get(document.url).status_code == 404


def test_a_restricted_page_offers_nothing_to_the_public(client, document):
    article = pages.article(body=offering(document))
    article.view_restrictions.create(restriction_type="login")
    assert client.get(document.url).status_code == 404


def test_one_live_page_is_enough(client, document):
    first, _second = pages.article(body=offering(document)), pages.article(body=offering(document))
    first.unpublish()
    assert client.get(document.url).status_code == 200


def test_editors_read_every_document(client, document, author):
    client.force_login(author)
    assert client.get(document.url).status_code == 200


def test_a_signed_in_reader_is_no_editor(client, document, django_user_model):
    client.force_login(django_user_model.objects.create_user("leser"))
    assert client.get(document.url).status_code == 404


def test_a_shared_cache_keeps_readers_apart(client, document, author):
    client.force_login(author)
    assert "Cookie" in client.get(document.url)["Vary"]


def upload(client, name: str, content: bytes):
    file = SimpleUploadedFile(name, content, content_type="image/png")
    return client.post(
        "/admin/images/add/", {"title": "Bild", "file": file, "collection": 1, "description": "", "tags": ""}
    )


def test_a_text_that_calls_itself_a_picture_is_refused_with_a_sentence(client, author):
    client.force_login(author)
    response = upload(client, "bild.png", b"kein Bild")
    assert response.status_code == 200
    assert Picture.objects.count() == 0
    assert "bild" in response.content.decode().lower()
    assert response.context["form"].errors["file"]


def test_a_picture_under_a_wrong_name_is_refused(client, author):
    data = BytesIO()
    Image.new("RGB", (10, 10)).save(data, "JPEG")
    client.force_login(author)
    assert upload(client, "bild.png", data.getvalue()).context["form"].errors["file"]


def test_a_program_is_no_document(client, author):
    client.force_login(author)
    file = SimpleUploadedFile("start.exe", b"MZ")
    response = client.post("/admin/documents/add/", {"title": "Start", "file": file, "collection": 1, "tags": ""})
    assert response.context["form"].errors["file"]
    assert File.objects.count() == 0


def test_the_page_of_an_image_in_the_desk_opens_without_a_public_original(client, superuser):
    picture = media.picture()
    client.force_login(superuser)
    assert client.get(f"/admin/images/{picture.pk}/").status_code == 200


def test_an_over_long_title_is_refused_with_a_message(client, author):
    client.force_login(author)
    parent = pages.news_index()
    response = client.post(
        f"/admin/pages/add/news/articlepage/{parent.pk}/", {"title": "x" * 300, "slug": "lang", "body-count": "0"}
    )
    assert response.status_code == 200
    assert not ArticlePage.objects.exists()
