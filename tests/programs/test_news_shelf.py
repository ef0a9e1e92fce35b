"""Editions and events show the news about them; an edition leads on to the other ones of its programme."""

from datetime import UTC, date, datetime

import pytest

from tests.design.site_under_test import parsed
from tests.factories import pages

pytestmark = pytest.mark.django_db


def text_of(client, page) -> str:
    answer = client.get(page.url)
    parsed(answer)
    return answer.content.decode()


@pytest.mark.parametrize("kind", ["edition", "event"])
def test_readable_news_fill_the_page_by_themselves(client, kind):
    page = getattr(pages, kind)(title="Runde")
    assert "Nachrichten zu" not in text_of(client, page)
    field = {"edition": page} if kind == "edition" else {"events": [page]}
    pages.article(title="Die Auswahl steht", **field)
    pages.article(title="Etwas anderes")
    pages.draft(pages.ArticlePage, pages.news_index(), title="Geheim", **field)
    text = text_of(client, page)
    assert "Die Auswahl steht" in text
    assert "Etwas anderes" not in text
    assert "Geheim" not in text


def test_the_newest_come_first_and_only_some(client):
    edition = pages.edition()
    for day in range(1, 10):
        pages.article(title=f"Bericht {day}", edition=edition, display_date=datetime(2018, 2, day, tzinfo=UTC))
    assert [article.title for article in edition.readable_articles] == [f"Bericht {day}" for day in range(9, 3, -1)]


def test_an_edition_leads_on_to_the_others(client):
    program = pages.program()
    first = pages.edition(program, title="Erste Runde", starts_on=date(2018, 1, 1), ends_on=date(2019, 1, 1))
    second = pages.edition(program, title="Zweite Runde", opens_on=date(2020, 1, 1))
    pages.draft(type(first), program, title="Dritte Runde")
    pages.edition(title="Andere Förderung")
    text = text_of(client, first)
    assert f'href="{second.url}"' in text
    assert "Dritte Runde" not in text
    assert "Andere Förderung" not in text
    assert f'href="{first.url}"' in text_of(client, second)
