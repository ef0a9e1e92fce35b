"""The thirteen rules of the portal, one test each. The details of each are asked in the files beside this one."""

import pytest
from django.contrib.auth.models import User
from django.core.files.storage import storages
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from home.bodies.models import Municipality
from home.media.models import Picture
from home.workflow import transitions
from home.workflow.messages.delivery import deliver_due
from home.workflow.models import Entry, Message
from home.workflow.record import chain, proof
from news.models import ArticlePage, Correction
from programs.models import CaseStudyPage
from programs.portal import invitations, submitting
from programs.portal.forms.section import values_of, version_of
from programs.portal.models import Membership
from programs.portal.revoking import revoke_picture
from programs.portal.sections import BY_KEY
from programs.portal.signed import answer_link
from tests.factories import approval, pages, portal
from tests.factories.official_list import municipality
from tests.home.bodies.lists import BRETTEN, FRAME, SMALL
from tests.journeys.town_hall import MODES
from tests.programs.portal.test_afterwards import state_of_everything
from tests.programs.portal.test_doors import ADMIN_ROUTES

pytestmark = pytest.mark.django_db
AUTOSAVE = {"HTTP_X_REQUESTED_WITH": "autosave"}


def case(page, rest: str = "") -> str:
    return f"/mein-bereich/beispiel/{page.pk}/{rest}"


def newest(page) -> CaseStudyPage:
    return CaseStudyPage.objects.get(pk=page.pk).get_latest_revision_as_object()


def autosave(client, page, section: str, **answers):
    token = version_of(values_of(newest(page), BY_KEY[section]))
    return client.post(case(page, f"{section}/"), {"token": token, **answers}, **AUTOSAVE)


def test_rule_01_nothing_of_the_admin_and_nothing_of_another_municipality(signed_in, stranger, other_town, academy):
    page = portal.asked(stranger, other_town, academy)
    question = page.section_comments.get()
    foreign = [case(page, rest) for rest in ("", "anlass/", "aenderungen/", "bild/1/", f"fragen/{question.pk}/")]
    for path in (*ADMIN_ROUTES[::10], *foreign):
        assert signed_in.get(path).status_code in (403, 404, 405), path


def test_rule_02_what_the_browser_sent_is_safe_and_two_in_different_sections_lose_nothing(signed_in, writer, town):
    page = portal.draft(writer, town)
    colleague = Client()
    colleague.force_login(portal.member("kollegin", town, "editor"))
    autosave(signed_in, page, "anlass", situation="Von mir")
    autosave(colleague, page, "lernen", pitfalls="Von ihr")
    assert (newest(page).situation, newest(page).pitfalls) == ("<p>Von mir</p>", "<p>Von ihr</p>")


def test_rule_03_a_red_check_keeps_it_here_and_makes_no_second_record(signed_in, writer, town):
    page = portal.draft(writer, town)
    for _time in range(3):
        assert signed_in.post(case(page, "einreichen/")).status_code == 422
    assert (CaseStudyPage.objects.count(), Entry.objects.filter(verb="submit").count()) == (1, 0)


def test_rule_04_who_releases_had_no_hand_in_it_whatever_the_rank(writer, town, academy, superuser, caplog):
    page = portal.complete(writer, town)
    newest(page).save_revision(user=superuser, clean=False)
    submitting.submit(page, writer)
    transitions.approve(page, academy)
    for person in (academy, superuser):
        with pytest.raises(transitions.Refused):
            transitions.approve(page, person)
        assert f"user {person.pk}" in caplog.text
        caplog.clear()
    assert not CaseStudyPage.objects.get(pk=page.pk).live


def test_rule_05_readers_see_the_released_version_and_nothing_else(writer, town, academy, ministry):
    page = portal.published(writer, town, academy, ministry)
    released = Entry.objects.get(verb="release").revision_key
    assert page.live_revision_id == released
    live, approved = page.serializable_data(), page.live_revision.as_object().serializable_data()
    texts = {name for name, value in approved.items() if isinstance(value, str)} - {"latest_revision_created_at"}
    stamps = {name for name in texts if name.endswith("_at")}
    assert {name: live[name] for name in texts - stamps} == {name: approved[name] for name in texts - stamps}
    assert [found.standing for found in proof.findings() if found.page.pk == page.pk] == [proof.Standing.APPROVED]


def test_rule_06_each_step_sends_its_mails_once_whatever_is_run_again(writer, town, academy, ministry):
    page = portal.asked(writer, town, academy)
    page.section_comments.update(answered_at=timezone.now())
    submitting.submit(page, writer)
    with pytest.raises(transitions.Refused):
        submitting.submit(page, writer)
    transitions.approve(page, academy)
    transitions.approve(page, ministry)
    for _time in range(2):
        call_command("publish_scheduled", verbosity=0)
        call_command("send_reminders")
        deliver_due(timezone.now())
    kinds = list(Message.objects.filter(recipient=writer).order_by("pk").values_list("verb", flat=True))
    assert kinds == ["portal.submit", "portal.request_changes", "portal.submit", "portal.release"]


def test_rule_07_opening_a_link_of_a_mail_changes_nothing(writer, town, academy, ministry):
    page = portal.published(writer, town, academy, ministry)
    waiting = Membership.objects.create(user=portal.person("neu"), municipality=town)
    links = [answer_link(kind, page, writer) for kind in ("frische", "gespraech")] + [invitations.link_of(waiting)]
    before = state_of_everything(), list(Membership.objects.values())
    for link in links:
        assert Client().get(link).status_code == 200
    assert (state_of_everything(), list(Membership.objects.values())) == before


def test_rule_08_who_leaves_leaves_everything_behind(signed_in, writer, town, academy, ministry):
    page = portal.published(writer, town, academy, ministry)
    portal.comment(page, academy)
    entries = list(Entry.objects.values())
    signed_in.post("/mein-bereich/konto/", {"really": "1"})
    assert not User.objects.filter(pk=writer.pk).exists()
    assert CaseStudyPage.objects.get(pk=page.pk).section_comments.count() == 1
    assert list(Entry.objects.values()) == entries
    assert list(chain.faults(None)) == []


def test_rule_09_a_revoked_picture_is_gone_at_once(with_picture, writer, django_capture_on_commit_callbacks):
    image = with_picture.pictures.first().image
    copy = image.get_rendition("width-400").file.name
    with django_capture_on_commit_callbacks(execute=True):
        revoke_picture(with_picture, writer, image)
    assert not Picture.objects.filter(pk=image.pk).exists()
    assert not image.file.storage.exists(image.file.name)
    assert not storages["renditions"].exists(copy)


def test_rule_10_a_new_official_list_keeps_every_case_study_and_can_come_twice(run):
    run(*SMALL)
    study = pages.case_study(municipality=Municipality.objects.get(ars="082150000046"))
    renamed = (*FRAME, municipality("08215046", "Malsch im Albtal", 15_000), BRETTEN)
    merged = {"changes": "alt;neu\n082150000046;082150000007"}
    for lines, options in ((renamed, {}), ((*FRAME, BRETTEN), merged), ((*FRAME, BRETTEN), merged)):
        run(*lines, **options)
        study.refresh_from_db()
        assert study.municipality is not None
    old = Municipality.objects.get(ars="082150000046")
    assert (study.municipality.ars, old.successor.ars) == ("082150000007", "082150000007") or (
        study.municipality == old and old.successor.ars == "082150000007"
    )


def test_rule_11_no_call_is_open_after_its_deadline_without_any_job(client, clock):
    clock("2026-03-01 12:00:00")
    call = pages.edition(title="Gespräche 2026", deadline_on="2026-03-29", opens_on="2026-02-01")
    addresses = (call.url, call.program.url, "/programme/offen/", "/")
    assert all("offen bis" in client.get(path).content.decode() for path in addresses[:2])
    clock("2026-03-29 22:00:00")
    for path in addresses:
        assert "Bewerbung offen" not in client.get(path).content.decode(), path


def test_rule_12_a_correction_stays_and_only_news_moves_the_feed(client, author, academy):
    page = approval.approved(author, academy)

    def release(**fields) -> ArticlePage:
        approval.edit(ArticlePage.objects.get(pk=page.pk), author, **fields)
        transitions.submit(page, author)
        transitions.approve(page, academy)
        return ArticlePage.objects.get(pk=page.pk)

    assert release(lead="Ohne Tippfehler.").updated_at is None
    moved = release(corrections=[Correction(wrong="18 Uhr", right="19 Uhr")]).updated_at
    assert moved
    with pytest.raises(transitions.Refused):
        release(corrections=[])


def test_rule_13_every_way_of_using_it_is_a_journey():
    assert set(MODES) == {"keyboard", "320 px", "without script"}
