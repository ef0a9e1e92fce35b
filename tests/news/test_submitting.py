"""What an article needs before it can be submitted: its measure, its lead, and the release of its quotes."""

import pytest

from home.workflow import transitions
from home.workflow.transitions import Refused
from news.models import ArticlePage
from tests.factories import approval, pages

pytestmark = pytest.mark.django_db
QUOTE = {"text": "Wer gefragt wird, macht mit.", "name": "Ada Beispiel", "role": "Bürgermeisterin"}
NAMED = (
    "Das Zitat „Wer gefragt wird, macht mit.“ nennt Ada Beispiel. Bitte vermerken Sie, wer es freigegeben hat und wann."
)


def body(**fields) -> list[dict]:
    return [{"type": "quote", "value": QUOTE | fields}]


def refusal(page, user) -> str:
    with pytest.raises(Refused) as refused:
        transitions.submit(page, user)
    return str(refused.value)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"title": "x" * 111}, "Die Überschrift hat 111 Zeichen, höchstens 110 sind möglich. Bitte kürzen Sie sie."),
        ({"lead": "x" * 351}, "Der Vorspann hat 351 Zeichen, höchstens 350 sind möglich. Bitte kürzen Sie ihn."),
        ({"lead": " "}, "Der Vorspann fehlt. Bitte schreiben Sie zwei oder drei Sätze, die sagen, worum es geht."),
        ({"body": body()}, NAMED),
        ({"body": body(released_by="Büro der Bürgermeisterin")}, NAMED),
    ],
)
def test_a_text_without_its_measure_is_not_submitted_and_not_lost(author, fields, sentence):
    page = pages.draft_article(owner=author, **fields)
    assert refusal(page, author) == sentence
    kept = ArticlePage.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert (kept.title, kept.lead) == (page.title, page.lead)


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "x" * 110, "lead": "x" * 350},
        {"body": body(name="")},
        {"body": body(released_by="Büro der Bürgermeisterin", released_on="2026-03-01")},
    ],
)
def test_a_text_with_its_measure_is_submitted(author, fields):
    page = pages.draft_article(owner=author, **fields)
    transitions.submit(page, author)
    assert page.workflow_in_progress


def test_what_readers_know_already_is_not_asked_for_again(author):
    page = pages.article(owner=author, title="x" * 200, lead="y" * 500, body=body())
    approval.edit(page, author, place="Musterstadt")
    transitions.submit(page, author)
    approval.edit(page, author, title="x" * 201)
    assert "201 Zeichen" in refusal(page, author)


def test_the_release_of_a_quote_is_not_for_readers(client):
    page = pages.article(body=body(released_by="Büro der Bürgermeisterin", released_on="2026-03-01"))
    text = client.get(page.url).content.decode()
    assert "Ada Beispiel" in text
    assert "Büro der" not in text
    assert "2026-03-01" not in text


def test_a_refused_new_article_is_kept_as_a_draft(client, author):
    client.force_login(author)
    form = {
        "title": "x" * 120, "slug": "lang", "lead": "Worum es geht.", "genre": "notice", "body-count": "0",
        "lead_image": "", "corrections-TOTAL_FORMS": "0", "corrections-INITIAL_FORMS": "0",
        "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0", "action-submit": "1",
    }  # fmt: skip
    response = client.post(f"/admin/pages/add/news/articlepage/{pages.news_index().pk}/", form, follow=True)
    page = ArticlePage.objects.get(slug="lang")
    assert response.request["PATH_INFO"] == f"/admin/pages/{page.pk}/edit/"
    assert "Die Überschrift hat 120 Zeichen" in response.content.decode()
