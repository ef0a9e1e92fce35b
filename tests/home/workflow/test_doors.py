"""Every door of the admin that leads past approval, tried through its real address."""

import json

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from wagtail.models import Task

from home.page.models import BasePage
from home.workflow import roles
from news.models import ArticlePage
from tests.factories import approval, pages

pytestmark = pytest.mark.django_db

NO_PUBLISH = "Direkt veröffentlichen darf nur die Notfall-Gruppe. Bitte reichen Sie den Text zur Freigabe ein."
WAITS = (
    "Diese Seite oder eine Seite darunter ist in Prüfung. "
    "Bitte warten Sie die Entscheidung ab oder nehmen Sie den Text zurück."
)
LIVE = (
    "Diese Seite oder eine Seite darunter ist veröffentlicht. "
    "Nur die Notfall-Gruppe darf sie zurückziehen oder verschieben."
)
OWN = "Sie haben diesen Text selbst eingereicht. Jemand anderes muss ihn freigeben."


def join_reviewers(user):
    user.groups.add(Task.objects.get(name=roles.CHECK.name).specific.groups.get())


def sentences(response) -> str:
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def form_of(page, **fields) -> dict:
    """What the edit form of an article posts."""
    form = {
        "title": page.title,
        "slug": page.slug,
        "lead": page.lead,
        "genre": page.genre,
        "body-count": "0",
    }
    for rows in ("comments", "corrections"):
        form |= {f"{rows}-{name}_FORMS": "0" for name in ("TOTAL", "INITIAL", "MIN_NUM")}
        form[f"{rows}-MAX_NUM_FORMS"] = ""
    return form | fields


def step_address(page, step, action="approve"):
    return reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, step.pk])


def is_live(page) -> bool:
    return BasePage.objects.get(pk=page.pk).live


@pytest.fixture(params=["author", "academy", "superuser"])
def anyone(request):
    """Everybody but the emergency group."""
    return request.getfixturevalue(request.param)


def test_the_step_address_refuses_the_own_text(client, superuser):
    page = approval.submitted(superuser)
    join_reviewers(superuser)
    client.force_login(superuser)
    response = client.post(step_address(page, page.current_workflow_task_state))
    assert OWN in sentences(response)
    assert not is_live(page)


def test_the_step_address_refuses_a_step_of_another_page(client, author, academy):
    own, other = approval.submitted(academy), approval.submitted(author)
    client.force_login(academy)
    response = client.post(step_address(other, own.current_workflow_task_state))
    assert "Dieser Schritt gehört zu einer anderen Seite." in sentences(response)
    assert not is_live(own)
    assert not is_live(other)


def test_the_step_address_answers_a_script_with_a_place_to_go(client, superuser):
    page = approval.submitted(superuser)
    client.force_login(superuser)
    response = client.post(
        step_address(page, page.current_workflow_task_state), headers={"x-requested-with": "XMLHttpRequest"}
    )
    assert json.loads(response.content)["step"] == "success"
    assert not is_live(page)


def test_the_step_address_approves_for_a_second_person(client, author, academy):
    page = approval.submitted(author)
    client.force_login(academy)
    client.post(step_address(page, page.current_workflow_task_state), {"comment": "Gut."})
    assert is_live(page)


def test_sending_back_without_a_comment_is_refused(client, author, academy):
    page = approval.submitted(author)
    client.force_login(academy)
    client.post(step_address(page, page.current_workflow_task_state, "reject"), {"comment": ""})
    assert page.current_workflow_state.status == "in_progress"


def test_the_editor_route_does_not_drop_the_required_comment(client, author, academy):
    page = approval.submitted(author)
    client.force_login(academy)
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    form = form_of(page, **{"action-workflow-action": "1", "workflow-action-name": "reject"})
    form["body-count"] = "1"
    block = page.body.raw_data[0]
    form |= {"body-0-deleted": "", "body-0-order": "0", "body-0-type": "text", "body-0-id": block["id"]}
    form["body-0-value"] = json.dumps({"blocks": [], "entityMap": {}})
    client.post(edit, form)
    state = page.workflow_states.first()
    assert state.status != "needs_changes"


def test_the_publish_button_saves_and_says_why_not_more(client, anyone):
    page = pages.draft_article(owner=anyone)
    client.force_login(anyone)
    form = form_of(page, title="Neuer Titel", **{"action-publish": "1"})
    response = client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form)
    assert NO_PUBLISH in sentences(response)
    assert not is_live(page)
    assert BasePage.objects.get(pk=page.pk).get_latest_revision_as_object().title == "Neuer Titel"


def test_creating_with_publish_creates_a_draft(client, anyone):
    index = pages.news_index()
    client.force_login(anyone)
    blank = ArticlePage(title="Neu", slug="neu", lead="")
    address = reverse("wagtailadmin_pages:add", args=["news", "articlepage", index.pk])
    client.post(address, form_of(blank, **{"action-publish": "1"}))
    assert not ArticlePage.objects.get(slug="neu").live


def test_bulk_publish_publishes_nothing_and_says_why(client, anyone):
    page = pages.draft_article(owner=anyone)
    client.force_login(anyone)
    address = reverse("wagtail_bulk_action", args=["page", "basepage", "publish"])
    response = client.post(f"{address}?id={page.pk}&next=/admin/", {})
    assert NO_PUBLISH in sentences(response)
    assert not is_live(page)


@pytest.mark.parametrize("verb", ["unpublish", "delete", "move"])
def test_a_waiting_page_is_not_taken_away(client, author, emergency, verb):
    page = approval.submitted(author)
    client.force_login(emergency)
    response = client.post(reverse(f"wagtailadmin_pages:{verb}", args=[page.pk]))
    assert WAITS in sentences(response)
    assert BasePage.objects.filter(pk=page.pk).exists()


@pytest.mark.parametrize("verb", ["unpublish", "delete", "move"])
def test_a_live_page_is_not_taken_away(client, author, academy, superuser, verb):
    page = approval.approved(author, academy)
    for user in (author, academy, superuser):
        client.force_login(user)
        response = client.post(reverse(f"wagtailadmin_pages:{verb}", args=[page.pk]))
        assert LIVE in sentences(response)
    assert is_live(page)


@pytest.mark.parametrize("verb", ["unpublish", "delete"])
def test_bulk_does_not_take_a_live_page_away(client, author, academy, superuser, verb):
    page = approval.approved(author, academy)
    client.force_login(superuser)
    address = reverse("wagtail_bulk_action", args=["page", "basepage", verb])
    response = client.post(f"{address}?id={page.pk}&next=/admin/", {})
    assert LIVE in sentences(response)
    assert is_live(page)


def test_a_section_above_a_waiting_page_is_not_deleted(client, author, superuser):
    page = approval.submitted(author)
    client.force_login(superuser)
    response = client.post(reverse("wagtailadmin_pages:delete", args=[page.get_parent().pk]))
    assert WAITS in sentences(response)
    assert BasePage.objects.filter(pk=page.pk).exists()


def test_copying_as_live_gives_a_draft(client, author, academy, superuser):
    page = approval.approved(author, academy)
    client.force_login(superuser)
    client.post(
        reverse("wagtailadmin_pages:copy", args=[page.pk]),
        {"new_title": "Kopie", "new_slug": "kopie", "new_parent_page": page.get_parent().pk, "publish_copies": "on"},
    )
    copy = BasePage.objects.filter(slug="kopie").first()
    assert copy is None or not copy.live


def test_an_alias_of_a_live_page_needs_the_emergency_group(client, author, academy, superuser):
    page = approval.approved(author, academy)
    client.force_login(superuser)
    client.post(
        reverse("wagtailadmin_pages:copy", args=[page.pk]),
        {"new_title": "Alias", "new_slug": "alias", "new_parent_page": page.get_parent().pk, "alias": "on"},
    )
    assert not BasePage.objects.filter(slug="alias", live=True).exists()


def test_the_page_of_the_switch_says_why_a_step_stays(client, author, superuser):
    approval.submitted(author)
    client.force_login(superuser)
    response = client.post(
        reverse("wagtailadmin_workflows:disable_task", args=[Task.objects.get(name=roles.CHECK.name).pk])
    )
    assert "Hier ist noch 1 Text unterwegs." in sentences(response)
    assert Task.objects.get(name=roles.CHECK.name).active


def test_even_the_emergency_group_does_not_publish_in_bulk(client, author, emergency):
    page = pages.draft_article(owner=author)
    client.force_login(emergency)
    address = reverse("wagtail_bulk_action", args=["page", "basepage", "publish"])
    response = client.post(f"{address}?id={page.pk}&next=/admin/", {})
    assert NO_PUBLISH in sentences(response)
    assert not is_live(page)
