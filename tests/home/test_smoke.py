from tests.factories import pages
from home.workflow import transitions
import pytest

def test_article_travels(author, academy):
    page = pages.draft_article(owner=author)
    transitions.submit(page, author)
    with pytest.raises(transitions.Refused):
        transitions.approve(page, author)
    transitions.approve(page, academy)
    page.refresh_from_db()
    assert page.live
