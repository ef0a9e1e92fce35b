"""After the release: still true?, a revoked consent, somebody leaves, papers to take along."""

import json
import zipfile
from datetime import timedelta
from io import BytesIO

import pytest
from django.contrib.auth.models import User
from django.core.files.storage import storages
from django.core.management import call_command
from django.utils import timezone

from home.media.models import Picture
from home.workflow import transitions
from home.workflow.models import Entry, Message
from home.workflow.record import chain, proof
from programs.models import CaseStudyPage
from programs.portal.freshness import archive_unanswered
from programs.portal.models import Case, Reminder, SectionComment
from programs.portal.revoking import revoke_picture
from programs.portal.rounds import remind
from programs.portal.signed import answer_link
from tests.factories import portal

pytestmark = pytest.mark.django_db


@pytest.fixture
def online(writer, town, academy, ministry):
    """A case study that readers see."""
    return portal.published(writer, town, academy, ministry)


def standing(page) -> str:
    return next(found.standing for found in proof.findings() if found.page.pk == page.pk)


def state_of_everything() -> str:
    """All rows that an answer could change."""
    rows = [list(model.objects.values()) for model in (Case, Entry, SectionComment, Message)]
    return json.dumps(rows, default=str)


def test_asked_after_a_year_once_however_often_the_round_is_made(online, writer):
    Case.objects.update(fresh_at=timezone.now() - timedelta(days=366))
    now = timezone.now()
    assert [remind(now) for _time in range(3)] == [1, 0, 0]
    assert remind(now + timedelta(days=15)) == 1
    assert Reminder.objects.count() == 2


def test_a_year_is_a_year(online):
    assert remind(timezone.now() + timedelta(days=364)) == 0


@pytest.mark.parametrize("kind", ["frische", "gespraech"])
def test_opening_a_link_of_a_mail_changes_nothing(client, online, writer, kind):
    before = state_of_everything()
    for _scanner in range(3):
        assert client.get(answer_link(kind, online, writer)).status_code == 200
    assert state_of_everything() == before


def test_still_true_with_one_click(client, online, writer):
    Case.objects.update(fresh_at=timezone.now() - timedelta(days=400), freshness_asked_at=timezone.now())
    for _time in range(2):
        client.post(answer_link("frische", online, writer), {"answer": "valid"})
    row = Case.objects.get()
    assert (timezone.now() - row.fresh_at) < timedelta(minutes=1)
    assert row.freshness_asked_at is None


def test_a_link_of_somebody_who_left_answers_nothing(client, online, writer):
    link = answer_link("frische", online, writer)
    writer.memberships.update(ended_at=timezone.now())
    assert client.post(link, {"answer": "ended"}).status_code == 410


def test_a_conversation_is_confirmed_from_the_mail(client, writer, town, academy):
    page = portal.complete(writer, town)
    text = page.get_latest_revision_as_object()
    text.results = "<p>Am Telefon erzählt.</p>"
    text.save_revision(user=academy, clean=False)
    link = answer_link("gespraech", page, writer)
    assert "Am Telefon erzählt." in client.get(link).content.decode()
    client.post(link)
    page = CaseStudyPage.objects.get(pk=page.pk)
    assert page.state.review == "submitted"
    assert Case.objects.get().confirmed_at
    with pytest.raises(transitions.Refused):  # who wrote it down does not approve it
        transitions.approve(page, academy)


def test_a_revoked_picture_is_gone_with_all_copies(signed_in, with_picture, django_capture_on_commit_callbacks):
    image = with_picture.pictures.first().image
    copy, original = image.get_rendition("width-400").file.name, image.file.name
    address = f"/mein-bereich/beispiel/{with_picture.pk}/bild/{image.pk}/widerrufen/"
    signed_in.get(address)
    assert Picture.objects.filter(pk=image.pk).exists()
    with django_capture_on_commit_callbacks(execute=True):
        signed_in.post(address)
    assert not storages["renditions"].exists(copy)
    assert not image.file.storage.exists(original)
    page = CaseStudyPage.objects.get(pk=with_picture.pk)
    assert page.live
    assert page.pictures.count() == 1
    assert page.get_latest_revision_as_object().pictures.count() == 1


def test_it_is_gone_from_a_text_in_the_archive_too(client, with_picture, writer):
    def pictures() -> int:
        return client.get(with_picture.url).content.decode().count('alt="Menschen"')

    Case.objects.update(freshness_asked_at=timezone.now() - timedelta(days=180))
    assert archive_unanswered(timezone.now()) == 1
    assert pictures() == 2
    page = CaseStudyPage.objects.get(pk=with_picture.pk)
    revoke_picture(page, writer, page.pictures.first().image)
    assert pictures() == 1


def test_the_report_says_revoked_and_not_tampered(with_picture, writer):
    assert standing(with_picture) == proof.Standing.APPROVED
    revoke_picture(with_picture, writer, with_picture.pictures.first().image)
    assert standing(with_picture) == proof.Standing.REVOKED
    assert list(chain.faults(None)) == []
    CaseStudyPage.objects.filter(pk=with_picture.pk).update(title="Heimlich geändert")
    assert standing(with_picture) == proof.Standing.DEVIATES


def test_a_picture_that_vanishes_without_an_entry_is_tampering(with_picture):
    with_picture.pictures.first().image.delete()
    assert standing(with_picture) == proof.Standing.DEVIATES


def test_who_leaves_takes_the_name_along_and_nothing_else(signed_in, online, writer, academy):
    comment = portal.comment(online, academy)
    SectionComment.objects.filter(pk=comment.pk).update(
        answered_by=writer, answer="Vierzig.", answered_at=timezone.now(), sent_at=timezone.now()
    )
    entries = list(Entry.objects.values())
    signed_in.post("/mein-bereich/konto/", {"really": "1"})
    assert not User.objects.filter(username="kommune").exists()
    page = CaseStudyPage.objects.get(pk=online.pk)
    assert page.live
    comment.refresh_from_db()
    assert (comment.answer, comment.answered_by) == ("Vierzig.", None)
    assert list(Entry.objects.values()) == entries
    assert list(chain.faults(None)) == []
    assert standing(page) == proof.Standing.APPROVED
    call_command("verify_publications", verbosity=0)


def test_without_the_tick_nobody_is_deleted(signed_in, writer):
    signed_in.post("/mein-bereich/konto/")
    assert User.objects.filter(pk=writer.pk).exists()


def test_one_gets_ones_own_data_and_the_municipalitys(signed_in, online, town, other_town, writer):
    own = signed_in.get("/mein-bereich/konto/daten.json").json()
    assert own["person"]["email"] == writer.email
    assert own["mails"]
    towns = signed_in.get(f"/mein-bereich/kommune/{town.pk}/daten.json").json()
    assert towns["case_studies"][0]["text"]["title"] == "Wanderbänke"
    assert signed_in.get(f"/mein-bereich/kommune/{other_town.pk}/daten.json").status_code == 404


def words_in(docx: bytes) -> str:
    with zipfile.ZipFile(BytesIO(docx)) as package:
        assert package.testzip() is None
        return package.read("word/document.xml").decode()


def test_the_questions_as_docx_hold_what_was_answered(signed_in, writer, town):
    page = portal.complete(writer, town)
    words = words_in(signed_in.get(f"/mein-bereich/beispiel/{page.pk}/fragen.docx").content)
    assert "Was war los?" in words
    assert "Etwas über situation." in words


def test_a_paper_for_the_council_of_any_town(client, online, stranger):
    client.force_login(stranger)
    words = words_in(client.get(f"/mein-bereich/ratsvorlage/{online.pk}.docx").content)
    assert "Wanderbänke" in words
    assert "Quelle" in words


def test_a_paper_of_a_draft_does_not_exist(signed_in, writer, town):
    page = portal.complete(writer, town)
    assert signed_in.get(f"/mein-bereich/ratsvorlage/{page.pk}.docx").status_code == 404
