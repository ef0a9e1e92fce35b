"""`verify_publications`: what it says of each live page, and what it notices."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from home.bodies.models import Body
from home.media.models import Picture
from home.page.models import BasePage, Subject
from home.workflow import transitions
from home.workflow.record import chain
from home.workflow.record.proof import Standing, findings
from news.models import ArticlePage
from programs.models import CaseStudyPage, ProgramPage
from tests.factories import approval, case_studies, media, pages

pytestmark = pytest.mark.django_db


def found(page):
    return next(finding for finding in findings() if finding.page.pk == page.pk)


def standing(page) -> Standing:
    return found(page).standing


def verify(*arguments: str) -> tuple[int, str]:
    """Exit code, and everything it said."""
    said = StringIO()
    try:
        call_command("verify_publications", *arguments, stdout=said, stderr=said)
    except SystemExit as end:
        return end.code, said.getvalue()
    return 0, said.getvalue()


@pytest.fixture
def live(author, academy):
    """An approved article with a picture, a subject and an owner."""
    body = Body.objects.create(name="Akademie")
    fields = {"lead_image": media.picture(), "subjects": [pages.subject()], "owner_body": body}
    page = approval.submitted(author, **fields)
    transitions.approve(page, academy)
    page.refresh_from_db()
    return page


def test_an_approved_page_is_as_approved(live):
    assert standing(live) == Standing.APPROVED


@pytest.mark.parametrize("page_class", [ProgramPage, CaseStudyPage])
def test_other_types_are_as_approved_too(author, academy, ministry, page_class):
    index = {ProgramPage: pages.program_index, CaseStudyPage: pages.case_study_index}[page_class]()
    fields = case_studies.submittable() | {"body": pages.TEXT} if page_class is CaseStudyPage else {"body": pages.TEXT}
    page = pages.draft(page_class, index, owner=author, **fields)
    if page_class is ProgramPage:
        page.funders = [Body.objects.create(name="Stiftung"), Body.objects.create(name="Bank")]
        page.save_revision(user=author)
    transitions.submit(page, author)
    transitions.approve(page, academy)
    transitions.approve(page, ministry)
    assert standing(page) == Standing.APPROVED


def test_a_newer_draft_changes_nothing(live, author):
    approval.edit(live, author, lead="Noch nicht geprüft")
    assert standing(live) == Standing.APPROVED


def test_an_import_is_said_to_be_one():
    page = pages.draft_article()
    transitions.publish_import(page)
    assert standing(page) == Standing.IMPORTED


def test_an_emergency_owes_a_second_look(author, academy, emergency):
    page = pages.draft_article(owner=author)
    transitions.publish_emergency(page, emergency, "Hochwasser.")
    assert standing(page) == Standing.LOOK_OWED
    transitions.look_again(page, academy, "Geprüft.")
    assert standing(page) == Standing.LOOKED_AT


def test_a_page_without_versions_has_no_proof_and_does_not_fail(live):
    parent = pages.news_index()
    page = ArticlePage(title="Erzeugt", slug="erzeugt", live=True)
    parent.refresh_from_db()
    parent.add_child(instance=page)
    assert standing(page) == Standing.UNPROVEN


def test_a_page_from_before_the_record_has_no_proof_and_does_not_fail(author):
    page = pages.article()
    approval.submitted(author)
    assert standing(page) == Standing.UNPROVEN


def test_what_was_published_past_the_door_deviates(author):
    approval.submitted(author)
    page = pages.article()
    assert found(page).why == "für die veröffentlichte Fassung ist keine Freigabe verzeichnet"


def test_another_version_than_the_approved_one_deviates(live, author):
    approval.edit(live, author, lead="Ungeprüft")
    live.get_latest_revision().publish(skip_permission_checks=True)
    assert standing(live) == Standing.DEVIATES


def change_version(page) -> None:
    """The stored version behind the live page."""
    revision = page.live_revision
    revision.content["lead"] = "Ungeprüft"
    revision.save()


CHANGES = {
    "anders als freigegeben: der Text": lambda page: BasePage.objects.filter(pk=page.pk).update(lead="Ungeprüft"),
    "anders als freigegeben: Bild {picture}": lambda page: Picture.objects.update(file_hash="0" * 40),
    "anders als freigegeben: Thema {subject}": lambda page: Subject.objects.update(name="Anders"),
    "anders als freigegeben: der Text, Thema {subject}": lambda page: Subject.objects.all().delete(),
    "die gespeicherte Fassung wurde nach der Freigabe verändert": change_version,
}


@pytest.mark.parametrize("why", CHANGES)
def test_a_change_past_the_door_is_named(live, why):
    keys = {"picture": live.lead_image_id, "subject": live.subjects.get().pk}
    CHANGES[why](live)
    assert found(live).why == why.format(**keys)


def test_a_page_that_was_withdrawn_and_is_live_all_the_same_deviates(live, emergency):
    revision = live.live_revision
    transitions.withdraw(live, emergency, "Falsch.")
    BasePage.objects.filter(pk=live.pk).update(live=True, live_revision=revision)
    assert found(live).why == "sie ist veröffentlicht, laut Akte aber zurückgezogen"


def test_an_exchanged_file_is_seen_when_files_are_read(live):
    with live.lead_image.file.storage.open(live.lead_image.file.name, "wb") as file:
        file.write(b"ganz anders")
    assert verify()[0] == 0
    code, said = verify("--read-files")
    assert code == 1
    assert f"anders als freigegeben: Bild {live.lead_image_id}" in said


def test_the_command_says_one_line_a_page_and_prints_the_head(live):
    code, said = verify()
    assert code == 0
    assert f"{live.pk}\twie freigegeben\t{live.title}" in said
    assert "Die Akte ist vollständig und unverändert: 3 Einträge." in said
    assert f"Kopf: {chain.head().hash}:3" in said


def test_the_command_ends_with_1_where_a_page_deviates(live):
    BasePage.objects.filter(pk=live.pk).update(lead="Ungeprüft")
    code, said = verify("--verbosity", "0")
    assert code == 1
    assert f"{live.pk}\tWEICHT AB\t{live.title}: anders als freigegeben: der Text" in said


def test_the_command_takes_an_earlier_head(live, author):
    known = str(chain.head())
    approval.submitted(author)
    assert verify("--head", known)[0] == 0
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM workflow_entry WHERE number > 2")
    code, said = verify("--head", known)
    assert code == 1
    assert "Die Kette endet bei 2; der frühere Kopf war 3. Einträge wurden abgeschnitten." in said


def test_a_head_that_is_none_is_refused_with_a_sentence():
    with pytest.raises(CommandError, match="Ein Kopf hat die Form HASH:NUMMER"):
        call_command("verify_publications", "--head", "abc")
