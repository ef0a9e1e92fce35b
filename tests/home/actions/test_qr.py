"""The codes on paper say the addresses that stand beside them, and those lead to the page."""

import re

import pytest

from home.actions.qr import qr_image
from home.actions.reading_list import MAX_ARTICLES
from tests.factories import pages

from .qr_reader import modules, text_of

LIST = "https://beteiligung.ministerium.example.org/merkliste/?seite="


@pytest.mark.parametrize(
    "address",
    [
        "https://aushang.example.org/a/7/",
        "http://127.0.0.1:8000/a/35/",
        "https://www.landesakademie-fuer-fuehrung-und-beteiligung.example.org/a/1234567/",
        "https://xn--brgerbeteiligung-jzb.example.org/a/12/",
        LIST + ",".join(str(10_000 + number) for number in range(MAX_ARTICLES)),
        *(f"https://example.org/a/{'1' * length}/" for length in range(1, 50, 7)),
    ],
)
def test_a_code_says_its_address(address):
    assert text_of(qr_image(address)) == address


def test_a_code_has_its_quiet_zone():
    dark = modules(qr_image("https://aushang.example.org/a/7/"))
    assert all(dark[0][:7])  # the corner mark begins where four empty modules end
    assert len(dark) in range(21, 42, 4)


def test_the_code_on_paper_leads_to_the_page(client, db):
    page = pages.article()
    image = re.search(r'class="paper-source">\s*<img src="([^"]+)"', client.get(page.url).content.decode())[1]
    address = text_of(image.replace("&#x27;", "'"))
    assert address == page.short_url
    assert client.get(re.sub(r"^https?://[^/]+", "", address))["Location"] == page.url
