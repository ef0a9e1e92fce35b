"""Teaching the search in the admin: who may, what is refused with a sentence, and that the search follows."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import ModelLogEntry

from search.models import BroaderTerm, FruitlessSearch, LexiconWord, PinnedHit, SynonymGroup
from tests.factories import pages
from tests.factories.people import person

pytestmark = pytest.mark.django_db
TAUGHT = (SynonymGroup, BroaderTerm, PinnedHit, LexiconWord)


def address(model, verb: str, *arguments) -> str:
    return reverse(model.snippet_viewset.get_url_name(verb), args=arguments)


@pytest.fixture
def editor(client):
    """Somebody of the academy."""
    user = person("akademie-suche")
    user.groups.add(Group.objects.get(name="Akademie-Redaktion"))
    client.force_login(user)
    return client


def said(client, model, **typed) -> str:
    response = client.post(address(model, "add"), typed)
    assert response.status_code == 200, "it was saved"
    page = response.content.decode()
    assert all(str(value) in page for value in typed.values() if value), "what was typed stays"
    return page


def test_the_academy_teaches_and_reads_the_report(editor):
    assert {editor.get(address(model, verb)).status_code for model in TAUGHT for verb in ("list", "add")} == {200}
    assert editor.get(address(FruitlessSearch, "list")).status_code == 200


@pytest.mark.parametrize("name", ["Autorinnen und Autoren", "Ministerium"])
def test_others_do_not(client, name):
    user = person("andere-suche")
    user.groups.add(Group.objects.get(name=name))
    client.force_login(user)
    for model in (*TAUGHT, FruitlessSearch):
        assert client.get(address(model, "list")).status_code == 302


def test_the_report_is_cleared_but_never_written_by_hand(editor, superuser, client):
    found = FruitlessSearch.objects.create(words="raumschiff", last_on="2026-11-01")
    page = editor.get(address(FruitlessSearch, "list")).content.decode()
    assert address(FruitlessSearch, "add") not in page
    assert editor.get(address(FruitlessSearch, "delete", found.pk)).status_code == 200
    client.force_login(superuser)
    assert client.get(address(FruitlessSearch, "add")).status_code == 302
    assert client.get(address(FruitlessSearch, "edit", found.pk)).status_code == 302


@pytest.mark.parametrize("words", ["Rufbus", ",,,", "Quatsch, quatsch", "Rufbus, der"])
def test_a_group_needs_two_words(editor, words):
    page = said(editor, SynonymGroup, words=words)
    assert "mindestens zwei verschiedene Wörter" in page or "ist kein Wort" in page


@pytest.mark.parametrize("word", ["zwei Wörter", "ab", "123", "autobahn", "Strasse"])
def test_the_lexicon_takes_one_new_word(editor, word):
    LexiconWord.objects.get_or_create(word="Autobahn")
    LexiconWord.objects.get_or_create(word="Straße")
    page = said(editor, LexiconWord, word=word, use="part")
    assert "mindestens drei Buchstaben" in page or "steht schon im Wörterbuch" in page


def test_a_pin_needs_words_and_a_public_page_once(editor):
    article, draft = pages.article(title="Rufbus"), pages.draft_article(title="Geheim")
    assert "mindestens ein Wort" in said(editor, PinnedHit, question="der die das", page=article.pk, order=1)
    assert "nicht sehen" in said(editor, PinnedHit, question="Rufbus", page=draft.pk, order=1)
    PinnedHit.objects.create(question="Rufbus", page=article)
    assert "schon angeheftet" in said(editor, PinnedHit, question="der RUFBUS", page=article.pk, order=1)


def test_the_search_follows_at_once_and_who_changed_what_is_logged(editor, titles):
    first, second = pages.article(title="Quorkel im Ort"), pages.article(title="Anderes", lead="Quorkel.")
    assert titles(q="Quorkel")[0] == first.title
    response = editor.post(address(PinnedHit, "add"), {"question": "quorkel", "page": second.pk, "order": 1})
    assert response.status_code == 302
    assert titles(q="Quorkel")[0] == second.title
    editor.post(address(SynonymGroup, "add"), {"words": "Quorkel; Schnabulat"})
    assert SynonymGroup.objects.filter(words="Quorkel, Schnabulat").exists()
    assert set(titles(q="Schnabulat")) == {first.title, second.title}
    editor.post(address(PinnedHit, "delete", PinnedHit.objects.get().pk))
    assert titles(q="Quorkel")[0] == first.title
    logged = ModelLogEntry.objects.filter(user__username="akademie-suche").values_list("action", flat=True)
    assert sorted(logged) == ["wagtail.create", "wagtail.create", "wagtail.delete"]


@pytest.mark.parametrize(
    ("term", "narrower", "sentence"),
    [
        ("der", "Rufbus", "ist kein Wort"),
        ("Fuhrwerk", "Rufbus, der", "ist kein Wort"),
        ("Fuhrwerk", ",;,", "mindestens einen Unterbegriff"),
        ("Fuhrwerk", "Rufbus, fuhrwerke", "kein Unterbegriff von sich selbst"),
        ("Fuhrwerk, Wagen", "Rufbus", "hier einen Begriff"),
        ("Gefährte", "Rufbus", "schon ein Oberbegriff"),
        ("Rufbus", "Fuhrwerk, Gefährt", "schon umgekehrt"),
    ],
)
def test_a_broader_term_needs_kinds_that_are_something_else(editor, term, narrower, sentence):
    BroaderTerm.objects.create(term="Gefährt", narrower="Rufbus")
    assert sentence in said(editor, BroaderTerm, term=term, narrower=narrower)


def test_broader_terms_are_kept_tidy_and_searched_at_once(editor, titles):
    pages.article(title="Quorkel im Ort")
    typed = {"term": " Schnabulat ", "narrower": "Quorkel; Quirkel,\nQuorkels"}
    assert editor.post(address(BroaderTerm, "add"), typed).status_code == 302
    term = BroaderTerm.objects.get(term="Schnabulat")
    assert term.narrower == "Quorkel, Quirkel"
    assert titles(q="Schnabulat") == ["Quorkel im Ort"]
    editor.post(address(BroaderTerm, "edit", term.pk), {"term": "Schnabulat", "narrower": "Quirkel"})
    assert titles(q="Schnabulat") == []
