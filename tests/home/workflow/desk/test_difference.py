"""What the approval screen says about two versions of a page."""

import pytest
from wagtail.rich_text import RichText

from home.workflow.desk.difference import Kind, difference
from tests.factories import pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    return pages.article(title="Alt", body=[*pages.TEXT, {"type": "quote", "value": {"text": "Wer fragt, weiß."}}])


def changed(article, **fields):
    draft = type(article).objects.get(pk=article.pk)
    for name, value in fields.items():
        setattr(draft, name, value)
    return draft


def found(before, after):
    return {change.label: change.kind for change in difference(before, after).changes}


def test_nothing_changed(article):
    assert found(article, changed(article)) == {}


def test_a_field(article):
    assert found(article, changed(article, title="Neu")) == {"Titel": Kind.CHANGED}


def test_words_within_a_block(article):
    draft = changed(article)
    draft.body[0].value = RichText("<p>Die Kommunen treffen sich <b>viermal</b> im Jahr.</p>")
    assert found(article, draft) == {"Block 1: Text": Kind.CHANGED}


def test_only_emphasis(article):
    draft = changed(article)
    draft.body[0].value = RichText("<p>Die Kommunen treffen sich dreimal im Jahr.</p>")
    assert found(article, draft) == {"Block 1: Text": Kind.MARKUP}


def test_a_new_block_and_a_removed_one(article):
    draft = changed(article)
    draft.body.append(("text", RichText("<p>Neu.</p>")))
    draft.body.pop(0)
    assert found(article, draft) == {"Block 1: Text": Kind.REMOVED, "Block 2: Text": Kind.ADDED}


def test_blocks_in_another_order(article):
    draft = changed(article)
    draft.body.insert(0, draft.body.pop(1))
    assert list(found(article, draft).values()) == [Kind.MOVED]


def test_a_link_that_leads_elsewhere_is_a_change_of_words(article):
    draft = changed(article)
    draft.body[0].value = RichText('<p>Die Kommunen treffen sich <a href="https://a.example/">dreimal</a> im Jahr.</p>')
    assert found(article, draft) == {"Block 1: Text": Kind.CHANGED}


def test_what_was_never_online_is_new_as_a_whole():
    draft = pages.draft_article(title="Ganz neu")
    assert set(found(None, draft).values()) == {Kind.ADDED}
