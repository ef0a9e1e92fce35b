"""robots.txt and security.txt."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from wagtail.models import Site

from home.models import SiteIdentity

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def base(settings):
    settings.BASE_URL = "https://www.example.org"


def test_robots_stay_out_of_desk_and_results(client):
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert {"Disallow: /admin/", "Disallow: /suche/"} < set(lines)
    assert "Sitemap: https://www.example.org/sitemap.xml" in lines


def test_whom_to_tell_about_a_weakness(client):
    identity = SiteIdentity.for_site(Site.objects.get())
    identity.security_email = "sicherheit@example.org"
    identity.save()
    response = client.get("/.well-known/security.txt")
    fields = dict(line.split(": ", 1) for line in response.content.decode().splitlines())
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert fields["Contact"] == "mailto:sicherheit@example.org"
    assert fields["Canonical"] == "https://www.example.org/.well-known/security.txt"
    expires = datetime.fromisoformat(fields["Expires"])
    assert timedelta(days=30) < expires - timezone.now() < timedelta(days=365)


def test_without_an_own_address_the_sites_sender_answers(client, settings):
    settings.DEFAULT_FROM_EMAIL = "post@example.org"
    assert "Contact: mailto:post@example.org" in client.get("/.well-known/security.txt").content.decode()
