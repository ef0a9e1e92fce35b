"""A contact that readers see is changed by two people, in one place, with an entry for each page."""

import pytest
from django.urls import reverse

from home.actions.pdf.edition import edition_of
from home.page.models import BasePage, Contact
from home.workflow import contacts, roles, transitions
from home.workflow.fitness import as_approved
from home.workflow.record import chain, proof
from home.workflow.transitions import Refused
from tests.factories import approval
from tests.factories.people import person
from tests.home.workflow.test_dates import scheduled

pytestmark = pytest.mark.django_db
OLD, NEW = "0711 555 01", "0711 555 02"


@pytest.fixture
def second(db):
    """Another editor of the academy."""
    return person("akademie2", roles.ACADEMY)


@pytest.fixture
def press() -> Contact:
    return Contact.objects.create(name="Pressestelle", phone=OLD, email="presse@example.org")


@pytest.fixture
def shown(author, academy, press):
    """A live article with the contact beside it and in its body."""
    body = [{"type": "contact", "value": {"title": "Kontakt", "contact": press.pk}}]
    page = approval.submitted(author, press_contact=press, body=body)
    transitions.approve(page, academy)
    return BasePage.objects.get(pk=page.pk).specific


def wanted(press, **fields) -> dict[str, str]:
    return {name: getattr(press, name) for name in contacts.FIELDS} | {"phone": NEW} | fields


def standing(page) -> str:
    return next(found.standing for found in proof.findings() if found.page.pk == page.pk)


def test_one_asks_another_agrees_and_it_changes_everywhere(client, shown, press, academy, second):
    assert client.get(shown.url).content.decode().count(OLD) == 2
    paper = edition_of(shown)
    change = contacts.ask(press, wanted(press), academy)
    assert OLD in client.get(shown.url).content.decode()
    contacts.agree(change, second)
    text = client.get(shown.url).content.decode()
    assert (text.count(NEW), OLD in text) == (2, False)
    assert edition_of(shown) != paper
    assert chain.entries_of(shown.pk).last().verb == "contact_changed"
    assert standing(shown) == "approved"


def test_who_asked_does_not_agree(shown, press, academy):
    change = contacts.ask(press, wanted(press), academy)
    with pytest.raises(Refused, match="Sie haben diese Änderung selbst beantragt"):
        contacts.agree(change, academy)


@pytest.mark.parametrize("who", ["author", "ministry", "superuser"])
def test_rank_agrees_to_nothing(request, shown, press, academy, who):
    change = contacts.ask(press, wanted(press), academy)
    with pytest.raises(Refused, match="Nur Redaktionsmitglieder der Akademie"):
        contacts.agree(change, request.getfixturevalue(who))


def test_one_wish_at_a_time(shown, press, academy, second):
    contacts.ask(press, wanted(press), academy)
    with pytest.raises(Refused, match="wartet schon eine Änderung"):
        contacts.ask(press, wanted(press, phone="0"), second)


def test_changed_past_the_door_the_page_deviates(shown, press):
    Contact.objects.update(phone=NEW)
    assert standing(shown) == "deviates"


def test_an_exchange_past_the_door_is_not_washed_by_a_change(shown, press, academy, second):
    Contact.objects.update(phone="0")
    contacts.agree(contacts.ask(press, wanted(press), academy), second)
    assert standing(shown) == "deviates"


def test_what_waits_for_approval_or_its_date_stays_valid(author, academy, second, press):
    waiting = approval.submitted(author, press_contact=press)
    dated = scheduled(author, academy, press_contact=press)
    contacts.agree(contacts.ask(press, wanted(press), academy), second)
    transitions.approve(waiting, second)
    assert as_approved(dated.scheduled_revision).allowed


def form_of(press, **fields) -> dict[str, str]:
    return wanted(press) | {"purpose": press.purpose, "hours": press.hours} | fields


def test_the_form_asks_for_what_is_shown(client, shown, press, academy, second):
    client.force_login(academy)
    address = reverse("wagtailsnippets_page_contact:edit", args=[press.pk])
    response = client.post(address, form_of(press), follow=True)
    assert "Noted" not in response.content.decode()
    assert Contact.objects.get().phone == OLD
    change = press.changes.get()
    assert change.wanted["phone"] == NEW
    client.force_login(second)
    assert "wartet auf eine zweite Person" in client.get(address).content.decode()
    screen = client.get(reverse("contact_change", args=[change.pk])).content.decode()
    assert OLD in screen
    assert NEW in screen
    assert shown.title in screen
    client.post(reverse("contact_change", args=[change.pk]), {"decision": "agree"})
    assert Contact.objects.get().phone == NEW


def test_the_form_saves_what_nobody_sees(client, press, academy):
    client.force_login(academy)
    client.post(reverse("wagtailsnippets_page_contact:edit", args=[press.pk]), form_of(press))
    assert Contact.objects.get().phone == NEW


def test_whoever_asked_may_dismiss_it(shown, press, academy):
    contacts.dismiss(contacts.ask(press, wanted(press), academy), academy)
    assert Contact.objects.get().phone == OLD
    assert not press.changes.filter(decided_at=None).exists()
