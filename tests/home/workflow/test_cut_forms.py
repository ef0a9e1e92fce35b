"""A form that did not arrive whole: a sentence instead of an error, and the text stays as it was."""

import pytest
from django.urls import reverse

from news.models import ArticlePage
from tests.factories import approval, pages
from tests.home.workflow.test_locked_doors import as_stored, filled

pytestmark = pytest.mark.django_db

CUT = (
    "Das Formular ist nicht vollständig angekommen, deshalb wurde nichts gespeichert. "
    "Bitte gehen Sie zurück und speichern Sie noch einmal."
)
BROKEN = {
    "empty": lambda form: {},
    "no blocks": lambda form: {name: value for name, value in form.items() if not name.startswith("body")},
    "fewer blocks than counted": lambda form: form | {"body-count": "2"},
    "a count in words": lambda form: form | {"body-count": "zwei"},
    "half a text": lambda form: form | {"body-0-value": '{"blocks": [{"te'},
    "a list for a text": lambda form: form | {"body-0-value": "[]"},
}


def addresses_of(page) -> dict[str, str]:
    """Everywhere the form of a page is sent to."""
    create = ["news", "articlepage", page.get_parent().pk]
    return {
        "edit": reverse("wagtailadmin_pages:edit", args=[page.pk]),
        "revert": reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, page.latest_revision_id]),
        "create": reverse("wagtailadmin_pages:add", args=create),
        "preview": reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk]),
        "preview of a new one": reverse("wagtailadmin_pages:preview_on_add", args=create),
    }


@pytest.mark.parametrize("damage", BROKEN)
def test_a_broken_form_is_refused_with_a_sentence(client, author, damage):
    page, known = pages.draft_article(owner=author), ArticlePage.objects.count()
    client.force_login(author)
    for door, address in addresses_of(page).items():
        if damage == "empty" and door.startswith("preview"):
            continue  # nothing at all is a question of Wagtail's preview: is there something to show?
        response = client.post(address, BROKEN[damage](filled(page)))
        assert (door, response.status_code) == (door, 400)
        assert CUT in response.content.decode()
    assert as_stored(page).latest_revision_id == page.latest_revision_id
    assert ArticlePage.objects.count() == known


def test_a_script_gets_the_sentence_in_its_own_form(client, author):
    page = pages.draft_article(owner=author)
    client.force_login(author)
    response = client.post(addresses_of(page)["edit"], {}, headers={"accept": "application/json"})
    assert (response.status_code, response.json()["error_message"]) == (400, CUT)


def test_a_broken_form_decides_nothing(client, author, academy):
    page = approval.submitted(author)
    client.force_login(academy)
    asked = {"action-workflow-action": "1", "workflow-action-name": "approve"}
    assert client.post(addresses_of(page)["edit"], asked).status_code == 400
    assert as_stored(page).workflow_in_progress
    assert not as_stored(page).live


def test_an_error_of_ours_stays_an_error(client, author, monkeypatch):
    page = pages.draft_article(owner=author)
    client.force_login(author)
    monkeypatch.setattr(ArticlePage, "full_clean", lambda *args, **kwargs: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        client.post(addresses_of(page)["edit"], filled(page))


def test_not_even_a_reviewer_changes_the_address_of_a_waiting_page_by_an_older_version(client, author, academy):
    page = approval.submitted(author)
    client.force_login(academy)
    response = client.post(addresses_of(page)["revert"], filled(page, slug="anders"))
    assert "Solange der Text in Prüfung ist, bleibt die Adresse, wie sie ist." in response.content.decode()
    assert as_stored(page).workflow_in_progress
