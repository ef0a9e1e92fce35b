"""Addresses, privacy, autosave and locks set by hand: what could change a text beside its approval."""

import json

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import PageViewRestriction

from home.page.models import BasePage
from home.workflow import policy
from home.workflow.record import chain, persons
from tests.factories import approval, pages
from tests.home.workflow.test_doors import form_of, sentences

pytestmark = pytest.mark.django_db

FOR_STAFF = {"restriction_type": "login"}
LOCKED = "Diese Seite ist von akademie gesperrt."


@pytest.fixture
def as_role(request, client):
    """The browser of somebody in this role."""

    def signed_in(role: str) -> Client:
        client.force_login(request.getfixturevalue(role))
        return client

    return signed_in


def as_stored(page) -> BasePage:
    return BasePage.objects.get(pk=page.pk).specific


def filled(page, **fields) -> dict:
    """The whole edit form of an article with one block of text."""
    block = page.body.raw_data[0]
    form = form_of(page, **fields) | {"body-count": "1", "body-0-deleted": "", "body-0-order": "0"}
    value = {"blocks": [{"key": "a", "text": "Text", "type": "unstyled"}], "entityMap": {}}
    return form | {"body-0-type": "text", "body-0-id": block["id"], "body-0-value": json.dumps(value)}


def save(client, page, **fields):
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), filled(page, **fields))


def autosave(client, page, **fields):
    """As the editor's script does."""
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return client.post(address, filled(page, **fields), headers={"accept": "application/json"})


def lock(page, user) -> None:
    page.locked, page.locked_by = True, user
    page.save(update_fields=["locked", "locked_by"])


def test_the_address_of_a_waiting_page_stays(client, author):
    page = approval.submitted(author)
    client.force_login(author)
    save(client, page, slug="anders")
    assert as_stored(page).slug == page.slug
    assert as_stored(page).workflow_in_progress


@pytest.mark.parametrize("role", ["academy", "superuser"])
def test_not_even_a_reviewer_changes_the_address_of_a_waiting_page(as_role, author, role):
    page = approval.submitted(author)
    response = save(as_role(role), page, slug="anders")
    assert "Solange der Text in Prüfung ist, bleibt die Adresse, wie sie ist." in response.content.decode()
    assert (as_stored(page).slug, as_stored(page).latest_revision_id) == (page.slug, page.latest_revision_id)
    assert as_stored(page).workflow_in_progress


@pytest.mark.parametrize("role", ["academy", "ministry", "emergency", "superuser"])
def test_the_address_of_a_live_page_changes_with_its_approval_only(request, client, author, academy, role):
    page = approval.approved(author, academy)
    client.force_login(request.getfixturevalue(role))
    save(client, page, slug="anders")
    assert (as_stored(page).slug, as_stored(page).url_path) == (page.slug, page.url_path)
    assert as_stored(page).get_latest_revision_as_object().slug == "anders"


@pytest.mark.parametrize(
    ("place", "role"),
    [*((place, role) for place in ("waits", "live") for role in ("academy", "superuser")), ("waits", "emergency")],
)
def test_privacy_is_part_of_what_is_approved(as_role, author, academy, place, role):
    page = approval.submitted(author) if place == "waits" else approval.approved(author, academy)
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="login")
    client = as_role(role)
    response = client.post(reverse("wagtailadmin_pages:set_privacy", args=[page.pk]), {"restriction_type": "none"})
    assert PageViewRestriction.objects.filter(pk=restriction.pk).exists()
    assert "lesen darf" in sentences(response)


def test_the_dialog_of_privacy_says_why_not(as_role, author):
    page = approval.submitted(author)
    address = reverse("wagtailadmin_pages:set_privacy", args=[page.pk])
    response = as_role("emergency").get(address, headers={"x-requested-with": "XMLHttpRequest"})
    assert "Wer sie lesen darf, bleibt bis zur Entscheidung" in response.json()["html"]


def test_privacy_of_a_page_with_a_date_stays(as_role, author, academy):
    page = approval.scheduled(author, academy)
    as_role("emergency").post(reverse("wagtailadmin_pages:set_privacy", args=[page.pk]), FOR_STAFF)
    assert not page.view_restrictions.exists()


def test_the_emergency_group_says_why_it_changes_who_may_read(as_role, author, academy):
    page = approval.approved(author, academy)
    address, client = reverse("wagtailadmin_pages:set_privacy", args=[page.pk]), as_role("emergency")
    assert "Bitte schreiben Sie eine Begründung." in client.post(address, FOR_STAFF).json()["html"]
    assert not page.view_restrictions.exists()
    client.post(address, FOR_STAFF | {"comment": "Namen von Kindern."})
    assert page.view_restrictions.get().restriction_type == "login"
    entry = chain.entries_of(page.pk).last()
    assert (entry.verb, persons.names_of({entry.person_key})[entry.person_key]) == ("change_readers", "notfall")
    assert entry.remark.text.endswith("Namen von Kindern.")


def test_lifting_a_restriction_is_recorded_as_well(as_role, author, academy):
    page = approval.approved(author, academy)
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    address = reverse("wagtailadmin_pages:set_privacy", args=[page.pk])
    as_role("emergency").post(address, {"restriction_type": "none", "comment": "Geklärt."})
    assert not page.view_restrictions.exists()
    assert chain.entries_of(page.pk).last().verb == "change_readers"


def test_privacy_of_a_section_counts_for_what_waits_below(client, author, emergency):
    section = approval.submitted(author).get_parent()
    client.force_login(emergency)
    client.post(reverse("wagtailadmin_pages:set_privacy", args=[section.pk]), {"restriction_type": "login"})
    assert not section.view_restrictions.exists()


def test_autosave_does_not_write_under_an_approved_revision(client, author, academy):
    page = approval.approved(author, academy)
    before = page.latest_revision.content
    client.force_login(author)
    response = autosave(client, page, lead="Geändert", overwrite_revision_id=page.latest_revision_id)
    page.live_revision.refresh_from_db()
    assert page.live_revision.content == before
    assert json.loads(response.content)["revision_id"] != page.live_revision_id
    assert as_stored(page).lead == page.lead


@pytest.mark.parametrize("role", ["author", "academy", "superuser", "emergency"])
def test_autosave_does_not_write_under_a_revision_with_a_date(request, client, author, academy, role):
    page = approval.scheduled(author, academy)
    revision = page.latest_revision
    before = revision.content
    client.force_login(request.getfixturevalue(role))
    autosave(client, page, lead="Geändert", overwrite_revision_id=revision.pk)
    revision.refresh_from_db()
    assert (revision.content, as_stored(page).latest_revision_id) == (before, revision.pk)


def test_autosave_does_not_write_under_a_waiting_revision(client, author):
    page = approval.submitted(author)
    revision = page.latest_revision
    client.force_login(author)
    autosave(client, page, lead="Geändert", overwrite_revision_id=revision.pk)
    assert as_stored(page).latest_revision_id == revision.pk
    assert as_stored(page).workflow_in_progress


@pytest.mark.parametrize("role", ["author", "superuser", "emergency"])
def test_a_page_locked_by_hand_is_not_edited(request, client, author, academy, role):
    page = pages.draft_article(owner=author)
    lock(page, academy)
    client.force_login(request.getfixturevalue(role))
    save(client, page, title="Neu", slug="anders")
    assert as_stored(page).latest_revision_id == page.latest_revision_id
    assert as_stored(page).slug == page.slug


@pytest.mark.parametrize("role", ["author", "ministry", "superuser", "emergency"])
def test_a_page_locked_by_hand_is_not_submitted(request, author, academy, role):
    page = pages.draft_article(owner=author)
    lock(page, academy)
    assert not policy.may("submit", request.getfixturevalue(role), as_stored(page)).allowed


def test_an_emergency_does_not_wait_for_a_lock(author, academy, emergency):
    page = pages.draft_article(owner=author)
    lock(page, academy)
    assert policy.may("publish_emergency", emergency, as_stored(page), "Hochwasser.").allowed


def test_it_is_said_who_locked_it(author, academy):
    page = pages.draft_article(owner=author)
    lock(page, academy)
    assert LOCKED in str(policy.may("submit", author, as_stored(page)).reason)


def test_whoever_locked_it_goes_on(author):
    page = pages.draft_article(owner=author)
    lock(page, author)
    assert policy.may("submit", author, as_stored(page)).allowed


@pytest.mark.parametrize("verb", ["delete", "move"])
@pytest.mark.parametrize("role", ["author", "superuser", "emergency"])
def test_a_page_locked_by_hand_is_not_taken_away(as_role, author, academy, role, verb):
    page = pages.draft_article(owner=author)
    lock(page, academy)
    response = as_role(role).post(reverse(f"wagtailadmin_pages:{verb}", args=[page.pk]))
    assert LOCKED in sentences(response)
    assert as_stored(page)
