"""“Updated on” follows what the author calls news, and nothing else."""

from datetime import timedelta

import pytest
from django.utils import timezone

from home.workflow import transitions
from home.workflow.record import proof
from news.models import ArticlePage, Correction
from tests.factories import approval
from tests.news.test_feeds import ATOM, atom

pytestmark = pytest.mark.django_db
NOTE = "Frist bis 30. Juni verlängert"


@pytest.fixture
def article(author, academy) -> ArticlePage:
    """Appeared three days ago."""
    page = approval.approved(author, academy)
    then = timezone.now() - timedelta(days=3)
    ArticlePage.objects.filter(pk=page.pk).update(first_published_at=then, last_published_at=then, display_date=then)
    return page


@pytest.fixture
def change(article, author, academy):
    """Brings a new version live."""

    def changed(**fields) -> ArticlePage:
        approval.edit(ArticlePage.objects.get(pk=article.pk), author, **fields)
        transitions.submit(article, author)
        transitions.approve(article, academy)
        return ArticlePage.objects.get(pk=article.pk)

    return changed


def updated(client) -> str:
    return atom(client).find("a:entry/a:updated", ATOM).text


def test_a_small_change_is_none(client, article, change):
    before = updated(client), atom(client).find("a:updated", ATOM).text
    page = change(lead="Ohne Tippfehler.")
    assert page.updated_at is None
    assert (updated(client), atom(client).find("a:updated", ATOM).text) == before
    assert "Aktualisiert am" not in client.get(page.url).content.decode()


def test_news_are_said_everywhere(client, article, change):
    before = updated(client)
    page = change(update_note=NOTE)
    assert timezone.now() - page.updated_at < timedelta(minutes=1)
    text = client.get(page.url).content.decode()
    assert "Aktualisiert am" in text
    assert NOTE in text
    assert "dateModified" in text
    assert "aktualisiert am" in client.get("/aktuelles/").content.decode()
    assert updated(client) > before
    assert f"Aktualisiert: {NOTE}" in client.get("/aktuelles/feed.atom").content.decode()


def test_a_small_change_afterwards_does_not_move_it(change):
    first = change(update_note=NOTE)
    assert change(lead="Ohne Tippfehler.").updated_at == first.updated_at


def test_a_correction_is_always_news(change):
    assert change(corrections=[Correction(wrong="A", right="B")]).updated_at


def test_the_proof_does_not_mind(change):
    page = change(update_note=NOTE)
    assert [found.standing for found in proof.findings() if found.page.pk == page.pk] == ["approved"]


def test_the_first_release_is_no_update(author, academy):
    page = approval.submitted(author, update_note="Voreilig")
    transitions.approve(page, academy)
    assert ArticlePage.objects.get(pk=page.pk).updated_at is None
