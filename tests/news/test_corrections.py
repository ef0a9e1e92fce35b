"""Corrections: dated, numbered, at the text, in the feed and on paper; once published they stay."""

from datetime import date

import pytest

from home.actions.pdf.document import html_of
from home.workflow import transitions
from home.workflow.transitions import Refused
from news.models import ArticlePage, Correction
from tests.factories import approval

pytestmark = pytest.mark.django_db
WRONG, RIGHT = "Das Treffen beginne um 18 Uhr.", "Das Treffen beginnt um 19 Uhr."
STAYS = "Korrektur 1 vom 6. Februar 2018 ist veröffentlicht und bleibt, wie sie ist."


def correction(**fields) -> Correction:
    return Correction(**{"corrected_on": date(2018, 2, 6), "wrong": WRONG, "right": RIGHT, **fields})


@pytest.fixture
def corrected(author, academy) -> ArticlePage:
    """A live article with one correction, approved."""
    page = approval.approved(author, academy)
    approval.edit(page, author, corrections=[correction()])
    transitions.submit(page, author)
    transitions.approve(page, academy)
    return ArticlePage.objects.get(pk=page.pk)


def submitted_with(page, author, corrections) -> None:
    approval.edit(page, author, corrections=corrections)
    transitions.submit(page, author)


def test_readers_find_it_at_the_text_on_paper_and_in_the_feed(client, corrected):
    for text in (client.get(corrected.url).content.decode(), html_of(corrected)):
        assert "Korrektur 1 vom 6. Februar 2018" in text
        assert WRONG in text
        assert RIGHT in text
    feed = client.get("/aktuelles/feed.atom").content.decode()
    assert f"Korrektur 1 (6. Februar 2018): Falsch war „{WRONG}“, richtig ist „{RIGHT}“" in feed


CHANGES = {
    "removed": [],
    "reworded": [{"wrong": "Nichts."}],
    "dated anew": [{"corrected_on": date(2018, 2, 7)}],
    "moved": [{"wrong": "Neu.", "right": "Neuer."}, {}],
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_once_published_it_is_neither_removed_nor_changed(corrected, author, change):
    with pytest.raises(Refused) as refused:
        submitted_with(corrected, author, [correction(**fields) for fields in change])
    assert str(refused.value).startswith(STAYS)
    assert RIGHT in str(refused.value)


def test_not_even_in_an_emergency(corrected, author, emergency):
    approval.edit(corrected, author, corrections=[])
    with pytest.raises(Refused, match=STAYS):
        transitions.publish_emergency(corrected, emergency, "Eilt.")
    assert ArticlePage.objects.get(pk=corrected.pk).corrections.count() == 1


def test_not_even_after_a_withdrawal(corrected, author, emergency):
    transitions.withdraw(corrected, emergency, "Falsch.")
    with pytest.raises(Refused, match=STAYS):
        submitted_with(ArticlePage.objects.get(pk=corrected.pk), author, [])


def test_a_further_one_is_added_below(corrected, author, academy, client):
    submitted_with(corrected, author, [correction(), correction(corrected_on=date(2018, 2, 9), wrong="Ort.")])
    transitions.approve(corrected, academy)
    assert "Korrektur 2 vom 9. Februar 2018" in client.get(corrected.url).content.decode()


def test_a_draft_of_one_may_still_be_changed(author, academy):
    page = approval.approved(author, academy)
    approval.edit(page, author, corrections=[correction()])
    submitted_with(page, author, [correction(wrong="Anders.")])
    assert page.workflow_in_progress
