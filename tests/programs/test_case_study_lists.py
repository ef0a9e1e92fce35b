"""Methods, target groups and consents in the admin: who keeps them, and what a withdrawal does."""

import pytest
from django.urls import reverse
from django.utils import timezone

from home.bodies.models import Municipality
from programs.models import Method, NameConsent, TargetGroup
from tests.factories import pages

pytestmark = pytest.mark.django_db
LISTS = [Method, TargetGroup, NameConsent]


def address(model: type, view: str, *args: int) -> str:
    return reverse(f"wagtailsnippets_programs_{model._meta.model_name}:{view}", args=args)


@pytest.mark.parametrize("model", LISTS)
def test_the_academy_keeps_the_lists_and_deletes_nothing(client, academy, model):
    client.force_login(academy)
    assert client.get(address(model, "list")).status_code == 200
    assert client.get(address(model, "add")).status_code == 200
    rights = {
        name for name in ("add", "change", "delete") if academy.has_perm(f"programs.{name}_{model._meta.model_name}")
    }
    assert rights == {"add", "change"}


@pytest.mark.parametrize("model", LISTS)
@pytest.mark.parametrize("who", ["author", "ministry", "emergency"])
def test_nobody_else_does(client, request, model, who):
    client.force_login(request.getfixturevalue(who))
    for view in ("list", "add"):
        assert client.get(address(model, view)).status_code == 302


def test_they_have_german_names_in_the_menu(client, academy):
    client.force_login(academy)
    text = client.get(reverse("wagtailadmin_home")).content.decode()
    for name in ("Methoden", "Zielgruppen", "mit Namensnennung"):
        assert name in text


def test_a_method_that_is_written_down_here_can_be_chosen(client, academy):
    client.force_login(academy)
    client.post(address(Method, "add"), {"name": "Bürgerrat", "slug": "buergerrat", "explanation": "Ausgelost."})
    assert Method.objects.get().explanation == "Ausgelost."


def test_a_consent_shows_the_name_and_its_withdrawal_hides_it_at_once(client, academy):
    town = Municipality.objects.create(name="Musterstadt", slug="musterstadt", ars="089990001001")
    details = {"contact": "Stelle", "contact_person": "Petra Muster", "contact_audience": "public"}
    study = pages.case_study(municipality=town, **details)
    client.force_login(academy)
    data = {
        "page": study.pk,
        "name": "Petra Muster",
        "wording": "Mein Name darf hier stehen.",
        "channel": "per E-Mail",
        "given_at": "2026-03-01 12:00",
        "withdrawn_at": "",
    }
    assert "Petra Muster" not in client.get(study.url).content.decode()
    assert client.post(address(NameConsent, "add"), data).status_code == 302
    assert "Petra Muster" in client.get(study.url).content.decode()
    consent = NameConsent.objects.get()
    today = timezone.localtime().strftime("%Y-%m-%d %H:%M")
    client.post(address(NameConsent, "edit", consent.pk), data | {"withdrawn_at": today})
    assert "Petra Muster" not in client.get(study.url).content.decode()
