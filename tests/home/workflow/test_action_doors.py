"""Wagtail's action classes and the admin's interface for scripts, called as a person who has no right to it."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.actions.delete_page import DeletePageAction
from wagtail.actions.move_page import MovePageAction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.actions.unpublish_page import UnpublishPageAction

from home.page.models import BasePage
from home.workflow import roles, transitions
from tests.factories import approval, pages
from tests.factories.people import person
from tests.home.workflow.test_doors import sentences

pytestmark = pytest.mark.django_db

OWN_PAGE = "Sie kann nicht ohne Freigabe zu einer eigenen Seite werden."


@pytest.fixture(params=["author", "academy", "ministry", "superuser"])
def anyone(request):
    """Everybody but the emergency group."""
    return request.getfixturevalue(request.param)


@pytest.fixture
def live(author, academy):
    """A text that readers see."""
    return approval.approved(author, academy)


@pytest.fixture
def waiting(author):
    """A text that waits for the academy."""
    return approval.submitted(author)


@pytest.fixture
def live_alias(author, academy):
    """A second address of a text, made while it was a draft."""
    page = pages.draft_article(owner=author)
    CreatePageAliasAction(page, parent=pages.section(), update_slug="zweitadresse").execute()
    transitions.submit(page, author)
    transitions.approve(page, academy)
    return BasePage.objects.get(slug="zweitadresse").specific


def as_stored(page) -> BasePage:
    return BasePage.objects.get(pk=page.pk)


def ask(client, page, action, **data):
    """Posts to the admin's interface for scripts."""
    return client.post(reverse("wagtailadmin_api:pages:action", args=[page.pk, action]), data)


def test_the_class_publishes_nothing(anyone, author):
    page = pages.draft_article(owner=author)
    with pytest.raises(PermissionDenied):
        PublishPageRevisionAction(page.get_latest_revision(), user=anyone).execute()
    assert not as_stored(page).live


def test_a_revision_publishes_nothing_for_a_person(anyone, author):
    page = pages.draft_article(owner=author)
    with pytest.raises(PermissionDenied):
        page.get_latest_revision().publish(user=anyone)
    assert not as_stored(page).live


def test_the_class_unpublishes_nothing(anyone, live):
    with pytest.raises(PermissionDenied):
        UnpublishPageAction(live, user=anyone).execute()
    assert as_stored(live).live


@pytest.mark.parametrize("place", ["live", "waiting"])
def test_the_class_deletes_nothing(request, anyone, place):
    page = request.getfixturevalue(place)
    with pytest.raises(PermissionDenied):
        DeletePageAction(page, user=anyone).execute()
    assert as_stored(page)


@pytest.mark.parametrize("place", ["live", "waiting"])
def test_the_class_moves_nothing(request, anyone, place):
    page, target = request.getfixturevalue(place), pages.section()
    with pytest.raises(PermissionDenied):
        MovePageAction(page, target, pos="last-child", user=anyone).execute()
    assert as_stored(page).path == page.path


def test_the_class_copies_nothing_as_live(anyone, live):
    with pytest.raises(PermissionDenied):
        CopyPageAction(
            live, to=live.get_parent(), update_attrs={"slug": "kopie"}, keep_live=True, user=anyone
        ).execute()
    assert not BasePage.objects.filter(slug="kopie").exists()


def test_the_class_makes_no_second_address(anyone, live):
    with pytest.raises(PermissionDenied):
        CreatePageAliasAction(live, parent=pages.section(), update_slug="alias", user=anyone).execute()
    assert not BasePage.objects.filter(slug="alias").exists()


def test_the_class_makes_no_page_of_its_own_for_whoever_may_not_edit(live_alias):
    with pytest.raises(PermissionDenied):
        ConvertAliasPageAction(live_alias, user=person("kollege", roles.AUTHOR)).execute()
    assert as_stored(live_alias).alias_of_id


@pytest.mark.parametrize("role", ["academy", "emergency", "superuser"])
def test_a_second_address_that_is_live_does_not_become_a_page_of_its_own(request, client, live_alias, role):
    client.force_login(request.getfixturevalue(role))
    response = client.post(reverse("wagtailadmin_pages:convert_alias", args=[live_alias.pk]))
    assert OWN_PAGE in sentences(response)
    assert as_stored(live_alias).alias_of_id


@pytest.mark.parametrize("action", ["publish", "unpublish", "delete", "move", "copy", "create_alias"])
@pytest.mark.parametrize("place", ["live", "waiting"])
def test_a_script_changes_nothing_that_readers_see(request, client, anyone, action, place):
    page, target = request.getfixturevalue(place), pages.section()
    before = as_stored(page)
    seen = set(BasePage.objects.live().values_list("pk", "path"))
    client.force_login(anyone)
    response = ask(
        client, page, action, destination_page_id=target.pk, position="last-child", slug="neu", keep_live="true"
    )
    assert response.status_code == 404
    after = as_stored(page)
    assert (after.live, after.path, after.latest_revision_id) == (before.live, before.path, before.latest_revision_id)
    assert set(BasePage.objects.live().values_list("pk", "path")) == seen


def test_a_script_does_not_put_another_text_under_review(client, author, waiting):
    earlier = waiting.revisions.earliest("pk")
    client.force_login(author)
    ask(client, waiting, "revert_to_page_revision", revision_id=earlier.pk)
    assert as_stored(waiting).specific.workflow_in_progress
