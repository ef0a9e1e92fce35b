"""A ticket is good for one mail about one article, not too early and not too late."""

import re

import pytest
from django.core import mail

from tests.factories import pages

from .filled import aged, ripe, send, thanked

pytestmark = pytest.mark.django_db


def test_a_ticket_is_good_for_one_mail(client, page):
    once = ripe(page)
    assert thanked(send(client, page, ticket=once))
    again = send(client, page, ticket=once)
    assert again.status_code == 422
    assert "bereits versandt" in again.content.decode()
    assert len(mail.outbox) == 1


def test_another_articles_ticket_does_not_count(client, page):
    response = send(client, page, ticket=ripe(pages.article()))
    assert response.status_code == 422
    assert mail.outbox == []


@pytest.mark.parametrize(("age", "sentence"), [(0, "schneller"), (7_300, "zwei Stunden")])
def test_too_quick_and_too_late(client, page, age, sentence):
    response = send(client, page, ticket=aged(page, age))
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert mail.outbox == []


def test_who_sends_an_empty_form_is_not_called_too_quick_as_well(client, page):
    html = send(client, page, recipient="", ticket=aged(page, 0)).content.decode()
    assert "Bitte geben Sie die Adresse der Person an" in html
    assert "schneller" not in html


def test_after_an_error_the_form_can_be_sent_at_once(client, page):
    html = send(client, page, recipient="").content.decode()
    kept = re.search(r'name="ticket"\s+value="([^"]+)"', html)[1]
    assert thanked(send(client, page, ticket=kept))
