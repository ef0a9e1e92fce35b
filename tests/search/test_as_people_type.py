"""Numbers, dates and names as people type them."""

from datetime import UTC, datetime

import pytest

from programs.models import ProgramPage
from tests.factories import pages

pytestmark = pytest.mark.django_db


def text(words: str) -> list[dict]:
    return [{"type": "text", "value": f"<p>{words}</p>"}]


@pytest.mark.parametrize("asked", ["3.000 Euro", "3000 Euro", '"3000 Euro"'])
@pytest.mark.parametrize("written", ["3.000 Euro", "3000 Euro", "3\u202f000 Euro"])
def test_thousands_are_one_number_however_they_are_parted(titles, asked, written):
    pages.article(title="Gesucht", body=text(f"Es gibt {written}."))
    pages.article(title="Nicht gesucht", body=text("Es gibt 12.000 Dinge."))
    assert titles(q=asked) == ["Gesucht"]


@pytest.mark.parametrize("asked", ["15.03.2018", "15. März 2018", "Treffen 2018", "Treffen März 2018"])
def test_the_date_of_a_page_is_found_as_a_date_is_typed(titles, asked):
    pages.article(title="Treffen am Fluss", display_date=datetime(2018, 3, 15, tzinfo=UTC))
    pages.article(title="Treffen am See", display_date=datetime(2020, 6, 1, tzinfo=UTC))
    assert titles(q=asked)[0] == "Treffen am Fluss"


@pytest.mark.parametrize(
    ("asked", "written", "another"),
    [
        ("Bürgermeisterin", "Die Bürgermeister reden.", "Bürger kommen meist spät."),
        ("Baden-Württemberg", "Aus Baden und Württemberg.", "Das Freibad ist offen."),
        ("Gaststätte", "Der Gasthof öffnet.", "Gäste kommen statt Regen."),
        ("Leerstand", "Das Haus ist leerstehend.", "Der Stand ist voll."),
        ("DSGVO", "Der Datenschutz gilt.", "Der Schutz der Wege gilt."),
        ("Checkliste", "Eine Prüfliste hilft.", "Eine Liste der Namen."),
    ],
)
def test_words_that_only_sound_alike_are_not_found(titles, asked, written, another):
    pages.article(title="Gesucht", body=text(written))
    pages.article(title="Nicht gesucht", body=text(another))
    assert titles(q=asked) == ["Gesucht"]


@pytest.mark.parametrize("asked", ["Nachbarschaftsgespräche", "nachbarschaftsgespraech"])
def test_a_page_that_is_called_as_asked_comes_first(titles, asked):
    parent = pages.program_index()
    program = {"title": "Nachbarschaftsgespräche", "slug": "nachbarschaft", "body": text("Lang ist der Weg. " * 300)}
    pages.live(ProgramPage, parent, **program)
    for number in range(3):
        pages.article(title=f"Nachbarschaftsgespräche {number}", lead="Über die Nachbarschaftsgespräche.")
    assert titles(q=asked)[0] == "Nachbarschaftsgespräche"
