"""The index holds of a page what its readers see, and nothing of the form behind it."""

import pytest

from home.models import CollectionPage
from search.pages import text_of
from tests.factories import pages

pytestmark = pytest.mark.django_db
QUOTE = {"text": "Das Boot gehört allen.", "released_by": "Frau Verschwiegen, Telefonnotiz"}


def test_who_released_a_quote_is_found_by_nobody(ask):
    page = pages.article(title="Bootsverleih", body=[{"type": "quote", "value": QUOTE}])
    assert ask(q="Boot gehört allen")["total"] == 1
    assert ask(q="Verschwiegen")["total"] == 0
    assert "Telefonnotiz" not in text_of(page)


def test_an_optional_field_left_empty_is_no_word():
    page = pages.article(title="Bootsverleih", body=[{"type": "quote", "value": {"text": "Das Boot gehört allen."}}])
    assert text_of(page) == "Das Boot gehört allen."


def test_how_a_list_is_asked_for_is_not_its_text():
    question = {"kind": ["news"], "text": "Verschwiegen", "sort": "oldest", "layout": "table", "state": "open"}
    listed = pages.information(body=[{"type": "listing", "value": {"title": "Die Liste", "count": 3, **question}}])
    assert text_of(listed) == "Die Liste"
    query = [{"type": "query", "value": question}]
    collection = pages.live(CollectionPage, pages.home_page(), title="Sammlung", slug="sammlung", query=query)
    assert text_of(collection) == ""
