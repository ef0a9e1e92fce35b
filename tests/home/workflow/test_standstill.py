"""What stays where it is: pages that wait or have a date are not moved, live pages are not deleted, moves are told."""

import pytest
from django.contrib.messages import get_messages
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.urls import reverse
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.actions.delete_page import DeletePageAction

from home.page.models import BasePage
from home.workflow import policy, roles, transitions
from home.workflow.deed import Refused
from home.workflow.record import chain
from tests.factories import approval, pages
from tests.factories.people import person

pytestmark = pytest.mark.django_db

DATE = (
    "Diese Seite oder eine Seite darunter ist für einen Termin freigegeben. Bitte nehmen Sie zuerst den Termin zurück."
)
OFFLINE_FIRST = (
    "Diese Seite oder eine Seite darunter ist veröffentlicht. Bitte nehmen Sie sie zuerst mit einer Begründung offline."
)


@pytest.fixture(params=["academy", "emergency", "superuser"])
def somebody(request, client):
    """Whoever may do more than write."""
    client.force_login(request.getfixturevalue(request.param))
    return client


def sentences(response) -> str:
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def as_stored(page) -> BasePage:
    return BasePage.objects.get(pk=page.pk)


@pytest.mark.parametrize("verb", ["delete", "move"])
def test_a_page_with_a_date_is_not_taken_away(somebody, author, academy, verb):
    page = approval.scheduled(author, academy)
    response = somebody.post(reverse(f"wagtailadmin_pages:{verb}", args=[page.pk]))
    assert DATE in sentences(response)
    assert as_stored(page).path == page.path


def test_nor_is_the_section_above_it(somebody, author, academy):
    section = approval.scheduled(author, academy).get_parent()
    response = somebody.post(reverse("wagtailadmin_pages:move", args=[section.pk]))
    assert DATE in sentences(response)


@pytest.mark.parametrize("place", [approval.scheduled, lambda author, editor: approval.submitted(author)])
def test_no_command_moves_what_waits(author, academy, place):
    page, target = place(author, academy), pages.section()
    with pytest.raises(Refused):
        call_command("move_pages", page.get_parent().pk, target.pk)
    assert as_stored(page).path == page.path


def test_the_emergency_group_does_not_delete_what_readers_see(client, author, academy, emergency):
    page = approval.approved(author, academy)
    client.force_login(emergency)
    response = client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    assert OFFLINE_FIRST in sentences(response)
    with pytest.raises(PermissionDenied):
        DeletePageAction(page, user=emergency).execute()
    assert as_stored(page).live


def test_moving_what_readers_see_stands_in_the_record(client, author, academy):
    page, target = approval.approved(author, academy), pages.news_index().get_parent()
    section = pages.live(type(pages.news_index()), target, title="Presse", slug="presse")
    client.force_login(person("leitung", roles.EMERGENCY, roles.AUTHOR))
    client.post(reverse("wagtailadmin_pages:move_confirm", args=[page.pk, section.pk]))
    entry = chain.entries_of(page.pk).last()
    assert as_stored(page).is_child_of(section)
    assert (entry.verb, entry.remark.text) == ("move", f"/aktuelles/{page.slug} → /presse/{page.slug}")
    assert entry.person_key


@pytest.mark.parametrize("role", ["academy", "emergency", "superuser"])
def test_no_code_makes_a_live_alias_a_page_of_its_own(request, author, academy, role):
    page = pages.draft_article(owner=author)
    CreatePageAliasAction(page, parent=pages.section(), update_slug="zweitadresse").execute()
    transitions.submit(page, author)
    transitions.approve(page, academy)
    alias = BasePage.objects.get(slug="zweitadresse").specific
    with pytest.raises(Refused):
        ConvertAliasPageAction(alias, user=request.getfixturevalue(role)).execute()
    assert as_stored(alias).alias_of_id


def test_whose_versions_were_purged_is_still_an_author(author, academy):
    page = pages.draft_article(owner=author)
    approval.edit(page, academy, lead="Von der Akademie")
    approval.edit(page, author, lead="Noch einmal überarbeitet")
    call_command("purge_revisions", verbosity=0)
    assert not page.revisions.filter(user=academy).exists()
    transitions.submit(page, author)
    verdict = policy.may("approve", academy, as_stored(page).specific)
    assert verdict.reason == "Sie haben selbst an diesem Text gearbeitet. Jemand anderes muss ihn freigeben."


def test_the_old_name_of_the_command_knows_the_rules(author):
    page = pages.draft_article(owner=author)
    page.revisions.update(approved_go_live_at="2020-01-01T00:00Z")
    call_command("publish_scheduled_pages", verbosity=0)
    assert not as_stored(page).live
    assert chain.entries_of(page.pk).last().verb == "hold_back"
