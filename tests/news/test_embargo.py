"""Before its date an approved article is nowhere to be found; a pass opens it to one person, marked."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.core.management import call_command
from django.utils import timezone

from home.page.models import BasePage
from news.models import ArticlePage, PreviewPass
from tests.factories import approval, media, pages
from tests.home.workflow.test_dates import scheduled

pytestmark = pytest.mark.django_db
SECRET = "Sperrfristgeheimnis"


@pytest.fixture
def document():
    return media.document()


@pytest.fixture
def picture():
    return media.picture()


@pytest.fixture
def waiting(author, academy, document, picture) -> ArticlePage:
    """Approved, with a date, a picture and a document."""
    files = {"title": "Downloads", "files": [{"document": document.pk, "title": SECRET}]}
    return scheduled(
        author, academy,
        title=SECRET, slug="geheim", lead=SECRET, lead_image=picture, subjects=[pages.subject()],
        body=[{"type": "downloads", "value": files}],
    )  # fmt: skip


@pytest.fixture
def held(waiting, author) -> PreviewPass:
    """A pass until the article's date."""
    until = timezone.now() + timedelta(days=1)
    return PreviewPass.objects.create(article=waiting, recipient="Redaktion Musterblatt", expires_at=until)


def path_of(held: PreviewPass) -> str:
    return urlsplit(held.address).path


CLOSED = [
    "/aktuelles/geheim/", "/aktuelles/geheim/artikel.pdf", "/aktuelles/geheim/teilen/", "/aktuelles/geheim/senden/",
    "/a/{key}/", "{document}",
]  # fmt: skip
SILENT = [
    "/", "/aktuelles/", "/aktuelles/feed.atom", "/feed.rss", "/sitemap.xml", "/suche/?q={secret}",
    "/suche/?q={secret}&format=json", "/suche/vorschlaege/?q=Sperrfrist", "/themen/integration/",
    "/themen/integration/feed.atom",
]  # fmt: skip


@pytest.mark.parametrize("address", CLOSED)
def test_no_address_of_it_answers(client, waiting, document, address):
    address = address.format(key=waiting.pk, document=document.url)
    response = client.get(address)
    assert response.status_code == 404
    assert SECRET not in response.content.decode()


@pytest.mark.parametrize("address", SILENT)
def test_no_list_names_it(client, waiting, address):
    response = client.get(address.format(secret=SECRET))
    assert response.status_code == 200
    found = response.content.decode().replace(f'value="{SECRET}"', "").replace(f'"query": "{SECRET}"', "")
    assert "/aktuelles/geheim/" not in found
    assert f">{SECRET}" not in found


def test_its_picture_has_no_address_that_can_be_guessed(client, waiting, picture):
    rendition = picture.get_rendition("width-1200|format-webp")
    folder = rendition.file.name.split("/")[1]
    assert len(folder) == 20
    for guess in (picture.file.name, rendition.file.name.replace(folder, "0" * 20), f"images/{picture.pk}.webp"):
        assert client.get(f"/media/{guess}").status_code == 404


def test_everything_opens_at_its_date(client, waiting, document, monkeypatch):
    later = timezone.now() + timedelta(days=2)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)
    assert client.get("/aktuelles/geheim/").status_code == 404
    call_command("publish_scheduled", verbosity=0)
    assert client.get("/aktuelles/geheim/").status_code == 200
    assert client.get(document.url).status_code == 200
    assert "/aktuelles/geheim/" in client.get("/aktuelles/feed.atom").content.decode()


def test_a_pass_opens_it_marked_and_kept_by_nobody(client, waiting, held, document):
    response = client.get(path_of(held))
    text = response.content.decode()
    assert response.status_code == 200
    assert SECRET in text
    assert "Sperrfrist bis" in text
    assert text.count("Redaktion Musterblatt") > 3
    assert document.url not in text
    assert "artikel.pdf" not in text
    assert response["Cache-Control"] == "private, no-store"
    assert "noindex" in response["X-Robots-Tag"]
    assert response["Referrer-Policy"] == "no-referrer"
    assert PreviewPass.objects.get(pk=held.pk).opened == 1


def expired(held):
    held.expires_at = timezone.now() - timedelta(minutes=1)


def revoked(held):
    held.revoked_at = timezone.now()


@pytest.mark.parametrize("end", [expired, revoked])
def test_a_pass_that_ended_opens_nothing(client, held, end):
    end(held)
    held.save()
    response = client.get(path_of(held))
    assert response.status_code == 404
    assert "Dieser Link gilt nicht oder nicht mehr." in response.content.decode()


def test_a_made_up_link_opens_nothing(client, held):
    address = path_of(held)
    for wrong in (address[:-2] + "x/", "/sperrfrist/1/", f"/sperrfrist/{held.pk}:abc:def/"):
        assert client.get(wrong).status_code == 404


def test_what_is_not_approved_is_not_shown(client, author):
    page = pages.draft_article(owner=author, title=SECRET)
    approval.edit(page, author, go_live_at=timezone.now() + timedelta(days=1))
    held = PreviewPass.objects.create(
        article=page, recipient="Redaktion", expires_at=timezone.now() + timedelta(days=1)
    )
    assert client.get(path_of(held)).status_code == 404


def test_after_the_date_the_link_leads_to_the_article(client, held):
    BasePage.objects.get(pk=held.article_id).scheduled_revision.publish(skip_permission_checks=True)
    held.article.revisions.update(approved_go_live_at=None)
    BasePage.objects.filter(pk=held.article_id).update(live=True)
    assert client.get(path_of(held)).url == "/aktuelles/geheim/"


def test_editors_hand_out_passes_and_take_them_back(client, waiting, author):
    client.force_login(author)
    address = f"/admin/pages/{waiting.pk}/vorab/"
    until = timezone.localtime() + timedelta(hours=20)
    form = {"recipient": "Redaktion Musterblatt", "expires_at": until.strftime("%Y-%m-%d %H:%M")}
    text = client.post(address, form, follow=True).content.decode()
    held = PreviewPass.objects.get()
    assert held.address in text
    assert "Redaktion Musterblatt" in text
    client.post(address, {"revoke": held.pk})
    assert not PreviewPass.objects.get().is_valid()


def test_there_are_no_passes_to_what_has_no_date(client, author):
    page = pages.draft_article(owner=author)
    client.force_login(author)
    response = client.post(f"/admin/pages/{page.pk}/vorab/", {"recipient": "X", "expires_at": "2099-01-01 10:00"})
    assert response.status_code == 422
    assert not PreviewPass.objects.exists()


def test_strangers_hand_out_none(client, waiting, django_user_model):
    client.force_login(django_user_model.objects.create_user("leser"))
    assert client.get(f"/admin/pages/{waiting.pk}/vorab/").status_code in (302, 403)
