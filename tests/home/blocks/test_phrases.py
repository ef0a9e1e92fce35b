"""The language of a phrase survives editor, database and page."""

import json

import pytest
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from home.blocks.text import FEATURES, SHORT_FEATURES
from tests.factories import pages

PHRASES = '<p>Ein <span lang="en">best practice</span> und <span lang="ar" dir="rtl">مشاركة</span>.</p>'


def through_the_editor(html: str, features: list[str]) -> str:
    """What is stored after somebody opened the text and saved it."""
    converter = ContentstateConverter(features)
    content = json.loads(converter.from_database_format(html))
    for number, block in enumerate(content["blocks"]):
        block["key"] = str(number)
    return converter.to_database_format(json.dumps(content))


@pytest.mark.parametrize("features", [FEATURES, SHORT_FEATURES])
def test_the_editor_keeps_it(features):
    saved = through_the_editor(PHRASES, features)
    assert '<span lang="en">best practice</span>' in saved
    assert "مشاركة</span>" in saved
    assert 'lang="ar"' in saved
    assert 'dir="rtl"' in saved


@pytest.mark.parametrize("span", ['<span style="color:red">', '<span onclick="a()">', '<span lang="xx-evil">'])
def test_any_other_span_is_dropped(span):
    assert "<span" not in through_the_editor(f"<p>a {span}b</span></p>", FEATURES)


def test_the_page_shows_it(client, db):
    page = pages.article(body=[{"type": "text", "value": PHRASES}])
    assert '<span lang="en">best practice</span>' in client.get(page.url).content.decode()
