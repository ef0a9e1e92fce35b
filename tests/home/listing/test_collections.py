"""Collections as readers see them: a page with paging and a feed, and a block in a text, in five forms."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.blocks import StructBlockValidationError

from home.blocks.body import BodyBlock
from home.blocks.stored_query import LAYOUTS, CollectionBlock, QueryBlock, query_of
from home.models import CollectionPage
from tests.design.site_under_test import parsed
from tests.factories import pages

pytestmark = pytest.mark.django_db


def collection(**question) -> CollectionPage:
    """A live collection."""
    query = [{"type": "query", "value": question}]
    return pages.live(CollectionPage, pages.home_page(), title="Sammlung", slug="sammlung", query=query)


@pytest.fixture(autouse=True)
def news():
    for number in range(12):
        pages.article(title=f"Meldung {number:02}", lead="Kurz.")


def text_of(response) -> str:
    return " ".join(response.content.decode().split())


def test_a_collection_is_paged(client):
    page = collection(kind=["news"], sort="title")
    first, second = client.get(page.url), client.get(page.url, {"seite": "2"})
    assert "12 Einträge" in text_of(first)
    assert "Meldung 00" in text_of(first)
    assert "Meldung 11" not in text_of(first)
    assert "Meldung 11" in text_of(second)
    assert client.get(page.url, {"seite": "9"}).status_code == 404


@pytest.mark.parametrize("layout", [key for key, _label in LAYOUTS])
def test_every_form_is_valid_and_links_its_pages(client, layout):
    response = client.get(collection(kind=["news"], layout=layout).url)
    links = [link.attrs.get("href") for link in parsed(response).query("main a")]
    assert pages.ArticlePage.objects.get(title="Meldung 11").url in links


def test_it_ends_where_editors_say(client):
    page = collection(kind=["news"], sort="title", limit=11)
    assert "11 Einträge" in text_of(client.get(page.url))
    last = client.get(page.url, {"seite": "2"})
    assert "Meldung 10" in text_of(last)
    assert "Meldung 11" not in text_of(last)
    assert client.get(page.url + "feed.atom").content.decode().count("<entry>") == 11


def test_editors_can_set_all_of_a_question():
    named = set(CollectionPage._meta.get_field("query").stream_block.child_blocks["query"].child_blocks)
    assert named == {
        *("kind", "subject", "section", "depth", "since", "until", "days_back", "days_ahead"),
        *("municipality", "program", "state", "text", "sort", "limit", "layout"),
    }
    assert len(LAYOUTS) == 5


def test_its_feed_has_the_newest_answers_of_any_kind(client):
    pages.program(title="Ein Programm")
    feed = client.get(collection(kind=["news", "programme"], sort="title").url + "feed.atom")
    assert feed["Content-Type"].startswith("application/atom+xml")
    assert "Ein Programm" in text_of(feed)
    assert "Meldung 11" in text_of(feed)
    draft = pages.draft_article(title="Noch geheim")
    assert draft.title not in text_of(client.get("/sammlung/feed.atom"))


def test_an_event_to_come_is_as_new_in_its_feed_as_its_page(client):
    then = timezone.now() + timedelta(days=300)
    pages.event(title="Netzwerktreffen", starts_at=then, display_date=then)
    feed = text_of(client.get(collection(kind=["event"]).url + "feed.atom"))
    assert "Netzwerktreffen" in feed
    assert max(re.findall(r"<(?:published|updated)>([^<]*)", feed)) < timezone.now().isoformat()


def test_nothing_to_show_is_said(client):
    assert "zurzeit nichts" in text_of(client.get(collection(kind=["event"]).url))


def test_a_kind_that_was_stored_alone_is_understood():
    value = QueryBlock().to_python({"kind": "news"})
    assert query_of(value).kinds == ("news",)


def test_a_list_never_shows_the_page_it_stands_on(client):
    body = [{"type": "listing", "value": {"title": "Mehr", "kind": ["news"], "count": 12}}]
    page = pages.article(title="Mit Liste", body=body)
    listed = [link.text for link in parsed(client.get(page.url)).query(".listing a")]
    assert page.title not in listed
    assert len(pages.ArticlePage.objects.all()) == 13


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ({"since": "2026-02-01", "until": "2026-01-01"}, "Das Ende liegt vor dem Anfang."),
        ({"sort": "fitting"}, "Diese Reihenfolge braucht Wörter, nach denen gesucht wird."),
        ({"depth": 2}, "Ebenen werden unterhalb einer Seite gezählt."),
        ({"state": "open", "kind": ["news"]}, "Diesen Stand haben nur Seiten der Art „Programme“"),
        ({"state": "coming", "kind": ["programme"]}, "Diesen Stand haben nur Seiten der Art „Termine“"),
    ],
)
def test_what_makes_no_sense_is_refused_with_a_sentence(value, sentence):
    block = BodyBlock().child_blocks["listing"]
    with pytest.raises(Exception) as refusal:
        block.clean(block.to_python({"title": "Liste", "count": 3, **value}))
    errors = refusal.value.block_errors
    assert sentence in str(next(iter(errors.values())))


def test_all_mistakes_are_named_at_once_each_at_its_field():
    block = CollectionBlock()
    typed = {"since": "2026-02-01", "until": "2026-01-01", "depth": 2, "sort": "fitting", "days_back": -3, "limit": "x"}
    with pytest.raises(StructBlockValidationError) as refusal:
        block.clean(block.to_python(typed))
    assert set(refusal.value.block_errors) == {"until", "depth", "sort", "days_back", "limit"}


def test_what_hangs_on_a_mistake_is_not_one_itself():
    block = CollectionBlock()
    with pytest.raises(StructBlockValidationError) as refusal:
        block.clean(block.to_python({"sort": "fitting", "text": "x" * 121}))
    assert set(refusal.value.block_errors) == {"text"}


def test_a_new_page_begins_with_a_question_that_lists_everything():
    (question,) = CollectionPage().query
    assert question.block_type == "query"
    assert query_of(question.value).kinds == ()
