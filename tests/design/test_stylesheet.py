"""One stylesheet: in layers, kept for ever under its own digest, never stale."""

import pytest
from django.urls import reverse

from aushang import stylesheet

pytestmark = pytest.mark.django_db


@pytest.fixture
def address():
    """Where the stylesheet lies now."""
    return reverse("stylesheet", args=[stylesheet.current_digest()])


def test_it_names_its_layers_first(client, address):
    content = client.get(address).content.decode()
    assert content.startswith("@layer tokens, base, layout, components, print;")
    for part in ("--color-text:", ".skip-link", ".teaser", "@media print"):
        assert part in content


def test_browsers_keep_it_for_ever(client, address):
    answer = client.get(address)
    assert answer["Content-Type"] == "text/css; charset=utf-8"
    assert "immutable" in answer["Cache-Control"]
    assert client.get(address, headers={"If-None-Match": answer["ETag"]}).status_code == 304


def test_it_travels_compressed(client, address):
    answer = client.get(address, headers={"Accept-Encoding": "gzip"})
    assert answer["Content-Encoding"] == "gzip"
    assert len(answer.content) < 15_000


def test_an_outdated_address_gets_the_present_styles_uncached(client):
    answer = client.get(reverse("stylesheet", args=["0123456789abcdef"]))
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "no-cache"


def test_another_content_has_another_name():
    assert stylesheet.digest_of("a") != stylesheet.digest_of("b")


def test_it_refers_to_nothing_outside():
    content = stylesheet.composed()
    assert "url(" not in content
    assert "@import" not in content
