"""Editors write an edition in a form, and approvers read its conditions and participants in words."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from home.bodies.models import Municipality
from home.workflow import transitions
from programs.models import EditionPage, Participation
from tests.factories import pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def waiting(author):
    """An edition that waits for the academy."""
    town = Municipality.objects.create(name="Musterstadt", slug="musterstadt", ars="089990001001")
    rows = [Participation(municipality=town, project="Runder Tisch")]
    criteria = [{"type": "criterion", "value": {"text": "Ein Verein wirkt mit.", "proof": "Erklärung"}}]
    fields = {"eligible": ["county"], "deadline_on": date(2026, 3, 29), "criteria": criteria, "participations": rows}
    edition = pages.draft(EditionPage, pages.program(), owner=author, title="Runde", **fields)
    transitions.submit(edition, author)
    return edition


def test_the_form_opens_with_what_was_written(client, waiting, academy):
    client.force_login(academy)
    form = client.get(reverse("wagtailadmin_pages:edit", args=[waiting.pk])).content.decode()
    for written in ("Runder Tisch", "Bewerbungsfrist", "Ein Verein wirkt mit."):
        assert written in form


def test_the_approval_screen_says_everything_in_words(client, waiting, academy):
    client.force_login(academy)
    screen = client.get(reverse("desk_page", args=[waiting.pk])).content.decode()
    for said in ("29. März 2026", "Landkreise", "Ein Verein wirkt mit.", "Musterstadt", "Runder Tisch"):
        assert said in screen


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"opens_on": date(2026, 3, 2), "deadline_on": date(2026, 3, 1)}, "Die Frist liegt vor dem Beginn"),
        ({"starts_on": date(2026, 3, 2), "ends_on": date(2026, 3, 1)}, "Das Ende liegt vor dem Beginn."),
        ({"deadline_on": date(2026, 3, 2), "ends_on": date(2026, 3, 1)}, "Das Ende liegt vor der Bewerbungsfrist."),
        ({"amount_from": 2, "amount_to": 1}, "Der zweite Betrag ist kleiner als der erste."),
        ({"deadline_time": "12:00"}, "Zu einer Uhrzeit gehört der Tag."),
    ],
)
def test_dates_and_amounts_that_contradict_each_other_are_refused(fields, sentence):
    with pytest.raises(ValidationError, match=sentence):
        EditionPage(title="Runde", **fields).clean()
