"""The press kit: text, pictures that may be passed on, code and papers, in one file for the municipality."""

import zipfile
from datetime import date, timedelta
from io import BytesIO

import pytest
from django.utils import timezone
from PIL import Image

from home.workflow.models import Message
from programs.models import CaseStudyPage, CaseStudyPicture
from programs.portal import submitting
from programs.portal.revoking import revoke_picture
from programs.portal.uploads import keep_picture
from tests.factories import portal

pytestmark = pytest.mark.django_db


@pytest.fixture
def complete(writer, town):
    """A draft with an own picture of people, and one that may be shown here only."""
    page = portal.complete(writer, town)
    text = page.get_latest_revision_as_object()
    own = {"alt": "Bänke am Markt", "credit": "Foto: Stadt", "licence": "own"}
    own |= {"shows_people": True, "consent_on": date(2025, 1, 1)}
    bought = {"alt": "Luftbild", "credit": "Foto: Agentur", "licence": "granted"}
    text.pictures = [
        CaseStudyPicture(image=keep_picture(portal.photo(), writer), sort_order=n, **said)
        for n, said in enumerate((own, bought))
    ]
    text.save_revision(user=writer, clean=False)
    return CaseStudyPage.objects.get(pk=page.pk)


@pytest.fixture
def online(complete, writer, academy, ministry):
    """Released."""
    submitting.submit(complete, writer)
    return portal.released(complete, academy, ministry)


def kit_of(browser, page) -> dict[str, bytes]:
    """What is in the file."""
    answer = browser.get(f"/mein-bereich/beispiel/{page.pk}/pressepaket.zip")
    assert answer["Content-Type"] == "application/zip"
    with zipfile.ZipFile(BytesIO(answer.content)) as kit:
        return {name.split("/", 1)[1]: kit.read(name) for name in kit.namelist()}


def test_it_holds_what_a_town_hall_passes_on(signed_in, online):
    kit = kit_of(signed_in, online)
    assert {"lies-mich.txt", "pressetext.docx", "ratsvorlage.docx", "qr-code.svg"} <= set(kit)
    readme = kit["lies-mich.txt"].decode()
    assert online.canonical_url() in readme
    assert "Online seit" in readme
    assert kit["qr-code.svg"].startswith(b"<?xml")
    with zipfile.ZipFile(BytesIO(kit["pressetext.docx"])) as paper:
        assert "Etwas über situation." in paper.read("word/document.xml").decode()


def test_pictures_come_with_their_credit_and_only_if_they_may_be_passed_on(signed_in, online):
    kit = kit_of(signed_in, online)
    pictures = [name for name in kit if name.startswith("bilder/")]
    assert pictures == ["bilder/1-banke-am-markt.jpg"]
    assert Image.open(BytesIO(kit[pictures[0]])).size == (1600, 1200)
    readme = kit["lies-mich.txt"].decode()
    assert "bilder/1-banke-am-markt.jpg: Foto: Stadt" in readme
    assert "Menschen sind zu erkennen" in readme
    assert "1 Bild liegt nicht bei" in readme
    assert "Agentur" not in readme


def test_a_picture_whose_consent_was_revoked_is_in_no_kit(signed_in, online, writer):
    revoke_picture(online, writer, online.pictures.first().image)
    kit = kit_of(signed_in, online)
    assert not [name for name in kit if name.startswith("bilder/")]
    assert "Foto: Stadt" not in kit["lies-mich.txt"].decode()


def test_before_the_release_there_is_none(signed_in, complete):
    answer = signed_in.get(f"/mein-bereich/beispiel/{complete.pk}/pressepaket.zip")
    assert answer.status_code == 404
    assert "sobald der Text freigegeben ist" in answer.content.decode()


def test_another_municipality_gets_none(client, online, stranger):
    client.force_login(stranger)
    assert client.get(f"/mein-bereich/beispiel/{online.pk}/pressepaket.zip").status_code == 404


def test_the_mail_about_the_release_names_the_day_the_address_and_the_kit(online, writer):
    letter = Message.objects.get(verb="portal.release", recipient=writer)
    assert online.canonical_url() in letter.text
    assert "Pressepaket" in letter.text
    assert str(timezone.localdate().year) in letter.text


def test_what_is_released_for_a_later_day_has_its_kit_with_the_day_before_which_it_is_not_passed_on(
    signed_in, complete, writer, academy, ministry
):
    text = complete.get_latest_revision_as_object()
    text.go_live_at = timezone.now() + timedelta(days=30)
    text.save_revision(user=writer, clean=False)
    submitting.submit(CaseStudyPage.objects.get(pk=complete.pk), writer)
    page = portal.released(complete, academy, ministry)
    readme = kit_of(signed_in, page)["lies-mich.txt"].decode()
    assert "Bitte nicht vor dem" in readme
    letter = Message.objects.get(verb="portal.release_later", recipient=writer)
    assert f"/mein-bereich/beispiel/{page.pk}/#mitnehmen" in letter.text
    assert "Bitte geben Sie es nicht vor dem" in letter.text
