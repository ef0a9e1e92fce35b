"""Who asks for a broader term means its kinds, too; who asks for one kind means neither the term nor the others."""

import re
from collections import Counter

import pytest

from search import seeds
from search.engines.plan import MOST_KINDS
from search.excerpt import Marker
from search.german.folding import fold
from search.language import language
from search.models import BroaderTerm
from tests.factories import pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def pond(engine):
    """Pages about what lives in a pond, one word each, and others."""
    BroaderTerm.objects.create(term="Teichbewohner", narrower="Kaulquappel, Quakfrosch, Rückenschwimmer")
    for kind in ("Kaulquappeln", "Quakfrösche", "Rückenschwimmer", "Teichbewohner", "Eidechsen"):
        pages.article(title=f"{kind} im Garten", lead="Was da lebt.")


@pytest.fixture
def found(ask_engine):
    """The first words of the titles that a question finds."""
    return lambda text: [hit["title"].removesuffix(" im Garten") for hit in ask_engine(q=text)["results"]]


@pytest.mark.parametrize("question", ["Teichbewohner", "teichbewohnern", "TEICHBEWOHNERS"])
def test_the_term_in_any_form_finds_every_form_of_its_kinds_and_itself_first(pond, found, question):
    answer = found(question)
    assert answer[0] == "Teichbewohner"
    assert sorted(answer[1:]) == ["Kaulquappeln", "Quakfrösche", "Rückenschwimmer"]


def test_a_kind_finds_neither_the_term_nor_other_kinds(pond, found):
    assert found("Quakfrosch") == ["Quakfrösche"]
    assert found("Kaulquappel") == ["Kaulquappeln"]


def test_what_says_the_term_stands_above_a_page_of_rare_kinds(pond, found):
    for number in range(6):
        pages.article(title=f"Teichbewohner zählen {number}", lead="Viele zählen mit.")
    answer = found("Teichbewohner")
    assert len(answer) == 10
    assert all(title.startswith("Teichbewohner") for title in answer[:7])


def test_together_with_other_words_each_must_be_answered(pond, found):
    pages.article(title="Quakfrosch als Wappentier", lead="Gemalt.")
    assert found("Teichbewohner Wappentier")[0] == "Quakfrosch als Wappentier"


def test_a_phrase_is_taken_as_it_stands(pond, found):
    assert found('"Teichbewohner im Garten"') == ["Teichbewohner"]


def test_a_kind_is_found_within_a_compound(engine, found):
    BroaderTerm.objects.create(term="Teichbewohner", narrower="Fisch")
    pages.article(title="Eimer für die Fischrettung")
    assert found("Teichbewohner") == ["Eimer für die Fischrettung"]


def test_terms_of_several_words_have_kinds_and_kinds_may_be_several_words(engine, found):
    BroaderTerm.objects.create(term="gelbe Blüher", narrower="Trollblume vom Berg, Sumpfdotter")
    pages.article(title="Sumpfdotter im Garten")
    pages.article(title="Eine Trollblume vom Berg")
    pages.article(title="Trollblume ohne Heimat")
    assert sorted(found("gelbe Blüher")) == ["Eine Trollblume vom Berg", "Sumpfdotter"]


def test_the_excerpt_marks_the_kind(pond, ask_engine):
    pages.article(title="Abends", lead="Da ruft ein Quakfrosch.")
    (hit,) = (hit for hit in ask_engine(q="Teichbewohner")["results"] if hit["title"] == "Abends")
    assert "<mark>Quakfrosch</mark>" in hit["excerpt"]
    assert "<mark>" not in Marker.of(language(), "Quakfrosch").excerpt("Ein Teichbewohner.")


def test_kinds_of_kinds_count_and_no_further(titles):
    for term, kind in (("Ober", "Mittel"), ("Mittel", "Unter"), ("Unter", "Keller")):
        BroaderTerm.objects.create(term=f"{term}schnurps", narrower=f"{kind}schnurps")
        pages.article(title=f"{kind}schnurps")
    assert sorted(titles(q="Oberschnurps")) == ["Mittelschnurps", "Unterschnurps"]


def test_of_many_kinds_the_most_frequent_answer(titles):
    names = [f"Wurzel{a}{b}k" for a in "aeiou" for b in "bdfglmnr"]
    BroaderTerm.objects.create(term="Knollenwerk", narrower=", ".join(names))
    for name in [*names, *names[-MOST_KINDS:]]:
        pages.article(title=name)
    answer = {title for page in range(1, 5) for title in titles(q="Knollenwerk", seite=page) if title}
    assert answer == set(names[-MOST_KINDS:])


def test_a_change_takes_effect_at_once(titles):
    pages.article(title="Zwirbelhase")
    assert titles(q="Feldbewohner") == []
    term = BroaderTerm.objects.create(term="Feldbewohner", narrower="Zwirbelhase")
    assert titles(q="Feldbewohner") == ["Zwirbelhase"]
    term.delete()
    assert titles(q="Feldbewohner") == []


def test_the_product_comes_with_broader_terms(titles):
    pages.article(title="Kröten wandern wieder")
    assert titles(q="Amphibien") == ["Kröten wandern wieder"]
    assert BroaderTerm.objects.count() == len(seeds.broader())


def test_shipped_terms_are_well_formed():
    terms = seeds.broader()
    twice = [term for term, count in Counter(fold(term) for term, _kinds in terms).items() if count > 1]
    assert not twice
    for term, line in terms:
        kinds = line.split(", ")
        assert re.fullmatch(r"[\w -]+", term), term
        assert all(re.fullmatch(r"[\w .'-]+", kind) for kind in kinds), line
        assert len(line) <= BroaderTerm._meta.get_field("narrower").max_length, term


def test_no_shipped_term_is_its_own_kind_and_no_kind_stands_twice():
    words, below = language(), {}
    for term, line in seeds.broader():
        kinds = [words.stems(kind) for kind in line.split(", ")]
        assert () not in kinds, term
        assert len(set(kinds)) == len(kinds), (term, [kind for kind, count in Counter(kinds).items() if count > 1])
        assert words.stems(term) not in below, f"{term} stands there in another form"
        below[words.stems(term)] = set(kinds)
    for term, kinds in below.items():
        assert term not in kinds
        assert not [kind for kind in kinds if term in below.get(kind, ())], term
