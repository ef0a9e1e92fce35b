"""The address of a page that was taken offline says so, and why, and nothing else of it."""

import pytest

from home.workflow import transitions
from tests.factories import approval, pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def live(author, academy):
    return approval.approved(author, academy)


def test_what_is_out_of_date_is_gone_by_name(client, live, emergency):
    transitions.withdraw(live, emergency, "Intern: peinlich.", kind="outdated", notice="Das Programm ist beendet.")
    response = client.get(live.url)
    text = response.content.decode()
    assert response.status_code == 410
    assert live.title in text
    assert "Das Programm ist beendet." in text
    assert "zurückgezogen" in text
    assert "noindex" in text
    for hidden in ("peinlich", "dreimal", live.lead):
        assert hidden not in text


def test_what_was_wrong_is_not_repeated(client, live, emergency):
    transitions.withdraw(live, emergency, "Falsch.", kind="wrong")
    response = client.get(live.url)
    assert response.status_code == 410
    assert live.title not in response.content.decode()
    assert "Sie enthielt Fehler." in response.content.decode()


def test_what_was_merged_leads_on(client, live, emergency):
    successor = pages.article(slug="nachfolger")
    transitions.withdraw(live, emergency, "Doppelt.", kind="merged", successor=successor)
    response = client.get(live.url)
    assert (response.status_code, response.url) == (301, "/aktuelles/nachfolger/")


def test_other_addresses_of_it_are_not_there(client, live, emergency):
    transitions.withdraw(live, emergency, "Vorbei.")
    for address in (f"{live.url}artikel.pdf", f"{live.url}teilen/", f"/a/{live.pk}/", f"{live.url}nix/"):
        assert client.get(address).status_code == 404


def test_behind_a_restriction_nothing_is_said(client, live, emergency):
    live.get_parent().view_restrictions.create(restriction_type="login")
    transitions.withdraw(live, emergency, "Vorbei.")
    assert client.get(live.url).status_code == 404


def test_a_draft_was_never_there(client, author):
    page = pages.draft_article(owner=author)
    assert client.get(page.url).status_code == 404


def test_published_again_it_is_there_again(client, live, author, academy, emergency):
    transitions.withdraw(live, emergency, "Vorbei.")
    approval.edit(live, author, lead="Neu.")
    transitions.submit(live, author)
    transitions.approve(live, academy)
    assert client.get(live.url).status_code == 200
