"""Uploads: each with its own outcome, without the place where it was taken, private until the release."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from wagtail.models import Collection
from wagtail.permissions import policy_registry

from home.media.models import Picture
from home.workflow import transitions
from programs.models import CaseStudyPage
from programs.portal import submitting
from programs.portal.forms.section import values_of, version_of
from programs.portal.sections import BY_KEY
from programs.portal.uploads import PRIVATE
from tests.factories import portal

pytestmark = pytest.mark.django_db
AUTOSAVE = {"HTTP_X_REQUESTED_WITH": "autosave"}


@pytest.fixture
def page(writer, town):
    """A draft of the first municipality."""
    return portal.draft(writer, town)


def newest(page) -> CaseStudyPage:
    """The newest text."""
    return CaseStudyPage.objects.get(pk=page.pk).get_latest_revision_as_object()


def send(client, page, *files, kind: str = "pictures", **extra):
    return client.post(f"/mein-bereich/beispiel/{page.pk}/hochladen/{kind}/", {"file": list(files)}, **extra)


def test_a_photo_loses_its_place_and_its_camera(signed_in, page):
    assert send(signed_in, page, portal.photo()).status_code == 302
    with Picture.objects.get().open_file() as file, Image.open(file) as image:
        assert dict(image.getexif()) == {}
        assert image.size == (1600, 1200)
    with Picture.objects.get().open_file() as file:
        assert b"Telefonbauer" not in file.read()


def test_one_failing_file_does_not_take_the_others_with_it(signed_in, page):
    broken = SimpleUploadedFile("kaputt.jpg", b"kein Bild", "image/jpeg")
    small = portal.photo((300, 200), "klein.jpg")
    answer = send(signed_in, page, portal.photo(), broken, small, **AUTOSAVE)
    states = {state["name"]: state["sentence"] for state in answer.json()["files"]}
    assert states["markt.jpg"] == ""
    assert "kein Bild" in states["kaputt.jpg"]
    assert "zu klein (300 × 200)" in states["klein.jpg"]
    assert newest(page).pictures.count() == 1


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("plan.pdf", b"MZ kein PDF", "PDF, ODT oder DOCX"),
        ("plan.exe", b"%PDF-1.7", "PDF, ODT oder DOCX"),
        ("plan.docx", b"PK kein Paket", "PDF, ODT oder DOCX"),
        ("leer.pdf", b"", "leer"),
        ("gross.pdf", b"%PDF-1.7" + b"0" * (10 * 1024 * 1024), "zu groß"),
    ],
)
def test_a_file_is_what_its_name_says(signed_in, page, name, content, sentence):
    answer = send(signed_in, page, SimpleUploadedFile(name, content), kind="files", **AUTOSAVE)
    assert answer.status_code == 422
    assert sentence in str(answer.json())
    assert newest(page).files.count() == 0


def test_a_pdf_is_kept(signed_in, page):
    send(signed_in, page, SimpleUploadedFile("plan.pdf", b"%PDF-1.7 x"), kind="files")
    assert [row.document.title for row in newest(page).files.all()] == ["plan"]


def test_a_failed_upload_leaves_a_sentence(signed_in, page, monkeypatch):
    def full(*args, **kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Picture, "save", full)
    answer = send(signed_in, page, portal.photo(), **AUTOSAVE)
    assert "Unser Speicher nimmt gerade nichts an" in answer.json()["files"][0]["sentence"]


def test_editors_do_not_find_it_in_the_library_before_the_release(signed_in, page, academy, ministry, writer):
    send(signed_in, page, portal.photo())
    picture = Picture.objects.get()
    assert picture.collection.name == PRIVATE
    assert Collection.get_first_root_node().name == "Root"
    for editor in (academy, ministry):
        assert not policy_registry.get_by_type(Picture).instances_user_has_permission_for(editor, "choose").exists()
    text = newest(page)
    row = text.pictures.all()[0]
    portal.fill(text)
    row.alt, row.credit, row.licence = "Eine Bank", "Stadt", "own"
    text.pictures = [row]
    text.save_revision(user=writer, clean=False)
    submitting.submit(page, writer)
    transitions.approve(page, academy)
    transitions.approve(page, ministry)
    picture.refresh_from_db()
    assert picture.collection.name == "Root"
    assert picture in policy_registry.get_by_type(Picture).instances_user_has_permission_for(academy, "choose")


def test_the_small_copy_is_for_the_own_municipality_and_kept_nowhere(signed_in, page, stranger):
    send(signed_in, page, portal.photo())
    address = f"/mein-bereich/beispiel/{page.pk}/bild/{Picture.objects.get().pk}/"
    answer = signed_in.get(address)
    assert answer["Content-Type"] == "image/jpeg"
    assert "no-store" in answer["Cache-Control"]
    assert not Picture.objects.get().renditions.exists()
    other = type(signed_in)()
    other.force_login(stranger)
    assert other.get(address).status_code == 404


def test_what_is_to_be_said_about_a_picture_is_asked_and_checked(signed_in, page):
    send(signed_in, page, portal.photo())
    shown = signed_in.get(f"/mein-bereich/beispiel/{page.pk}/bilder/").content.decode()
    assert "Bild 1: Bitte beschreiben Sie, was zu sehen ist." in shown
    token = version_of(values_of(newest(page), BY_KEY["bilder"]))
    said = {"pictures-0-alt": "Eine Bank", "pictures-0-credit": "Stadt", "pictures-0-licence": "own", "token": token}
    said["pictures-0-shows_people"] = "on"
    signed_in.post(f"/mein-bereich/beispiel/{page.pk}/bilder/", said)
    shown = signed_in.get(f"/mein-bereich/beispiel/{page.pk}/bilder/").content.decode()
    assert "Bild 1: Bitte beschreiben" not in shown
    assert "Einverständnis der Abgebildeten" in shown
    token = version_of(values_of(newest(page), BY_KEY["bilder"]))
    signed_in.post(f"/mein-bereich/beispiel/{page.pk}/bilder/", {"pictures-0-remove": "on", "token": token})
    assert newest(page).pictures.count() == 0
