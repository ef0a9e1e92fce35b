"""The page tells everybody what is wrong, and where."""

import re

import pytest

from .filled import SENDER, send

pytestmark = pytest.mark.django_db


def test_errors_stand_in_a_summary_and_at_their_field(client, page):
    html = send(client, page, recipient="", name="").content.decode()
    assert re.search(r"<title>\s*Fehler:", html)
    for name in ("recipient", "name"):
        assert f'<a href="#id_{name}">' in html
        assert f'id="id_{name}_error"' in html
        control = re.search(rf'<input[^>]*name="{name}"[^>]*>', html)[0]
        assert 'aria-invalid="true"' in control
        assert f"id_{name}_error" in control
    assert f'value="{SENDER}"' in html


def test_the_visitors_own_fields_can_be_filled_in_by_the_browser(client, page):
    html = client.get(page.url + "senden/").content.decode()
    assert re.findall(r'autocomplete="(\w+)"', html).count("off") >= 2
    assert 'autocomplete="name"' in html
    assert 'autocomplete="email"' in html
