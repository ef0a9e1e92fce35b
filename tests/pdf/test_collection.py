"""Several articles in one PDF: the whole programme, and a reader's own list."""

import re
from io import BytesIO
from unittest.mock import Mock
from urllib.parse import unquote

import pikepdf
import pytest
from wagtail.models import PageViewRestriction

from home.actions import reading_list
from home.actions.pdf import making
from home.actions.pdf.collection import html_of, of_program
from home.actions.pdf.document import TooLarge
from home.actions.qr import qr_image
from home.bodies.models import Body
from tests.factories import media, pages

from .bodies import PRESS_RELEASE, municipality, table
from .handed_out import body
from .points import failures
from .tree import Tree

pytestmark = pytest.mark.django_db


@pytest.fixture
def program():
    """A programme with one article and one case study."""
    program = pages.program(title="Frühe Beteiligung")
    picture = {"lead_image": media.picture(), "lead_image_alt": "Blau"}
    pages.article(title="Auftakt", body=PRESS_RELEASE, program=program, **picture)
    table_block = [{"type": "table", "value": table()}]
    pages.case_study(title="Musterstadt fragt", body=table_block, program=program, municipality=municipality())
    return type(program).objects.get(pk=program.pk)


def test_a_whole_programme_is_one_accessible_file_with_contents_and_bookmarks(program, pdf_of):
    data = making.printed(lambda: html_of(of_program(program)), program.canonical_url())
    assert failures(data) == []
    with pikepdf.open(BytesIO(data)) as pdf:
        with pdf.open_outline() as outline:
            titles = [item.title for item in outline.root[0].children]
        assert titles == ["Inhalt", "Frühe Beteiligung", "Auftakt", "Musterstadt fragt", "Angaben zum Dokument"]
        assert len(pdf.pages) >= 5
        assert [node.role for node in Tree(pdf).nodes].count("H1") == 1


def test_it_is_offered_made_once_and_made_anew_when_an_article_changes(client, program, press):
    assert f'href="{program.url}sammlung.pdf"' in client.get(program.url).content.decode()
    for _ in range(2):
        response = client.get(program.url + "sammlung.pdf")
        assert response.status_code == 200
        assert "Auftakt" in body(response).decode()
    assert len(press) == 1
    article = program.articles.get()
    article.title = "Abschluss"
    article.save_revision().publish(skip_permission_checks=True)
    assert "Abschluss" in body(client.get(program.url + "sammlung.pdf")).decode()


def test_what_is_no_longer_public_is_no_longer_in_it(client, program, press, django_capture_on_commit_callbacks):
    assert "Auftakt" in body(client.get(program.url + "sammlung.pdf")).decode()
    with django_capture_on_commit_callbacks(execute=True):
        program.articles.get().unpublish()
    assert making.store.names_in(f"pdf/collections/{program.pk}")[1] == []
    assert "Auftakt" not in body(client.get(program.url + "sammlung.pdf")).decode()


def test_other_pages_have_none(client, press, program):
    for page in (pages.article(), pages.program()):
        assert client.get(page.url + "sammlung.pdf").status_code == 404
        assert "sammlung.pdf" not in client.get(page.url).content.decode()
    PageViewRestriction.objects.create(page=program, restriction_type="login")
    assert client.get(program.url + "sammlung.pdf").status_code == 302


def listed(client, *numbers):
    """The PDF of these pages."""
    return client.post("/merkliste/merkliste.pdf", {"seite": numbers})


def test_a_readers_list_becomes_a_pdf_that_nobody_keeps(client, press):
    one, two = pages.article(title="Eins"), pages.article(title="Zwei")
    response = listed(client, two.pk, one.pk, two.pk)
    html = response.content.decode()
    assert response.status_code == 200
    assert response["Content-Type"] == "application/pdf"
    assert response["Cache-Control"] == "private, no-store"
    assert html.index("Zwei") < html.index("Eins")
    assert html.count('class="collected"') == 2
    assert "csrftoken" not in client.cookies
    assert making.store.page_ids() == set()


def test_drafts_and_private_pages_never_come_along(client, press):
    draft, private, public = pages.draft_article(title="Entwurf"), pages.article(title="Geheim"), pages.article()
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    html = listed(client, draft.pk, private.pk, public.pk, pages.news_index().pk).content.decode()
    assert "Entwurf" not in html
    assert "Geheim" not in html
    assert html.count('class="collected"') == 1


@pytest.mark.parametrize("numbers", [[], ["x"], ["-1"], ["99999999999999999999"], ["²"], ["1 OR 1=1"], [""]])
def test_nonsense_is_a_sentence(client, press, numbers):
    response = listed(client, *numbers)
    assert response.status_code == 422
    assert "Bitte wählen Sie mindestens einen Artikel" in response.content.decode()


def test_too_many_articles_and_too_many_files_are_refused(client, press, monkeypatch):
    monkeypatch.setattr(reading_list, "MAX_ARTICLES", 1)
    one, two = pages.article(), pages.article()
    assert listed(client, one.pk, two.pk).status_code == 422
    monkeypatch.setattr(reading_list, "PER_VISITOR", ((3600, 1),))
    assert [listed(client, one.pk).status_code for _again in range(2)] == [200, 429]


@pytest.mark.parametrize(
    ("problem", "sentence"),
    [
        (making.Busy(), "Bitte versuchen Sie es in einigen Sekunden noch einmal."),
        (making.Failed("Spur"), "Die PDF-Datei konnte nicht erstellt werden."),
        (making.NoPress(), "Dieser Server kann zurzeit keine PDF-Dateien erstellen."),
        (TooLarge(), "Bitte wählen Sie weniger."),
    ],
)
def test_a_list_without_a_pdf_says_why_and_keeps_the_choice(client, press, monkeypatch, problem, sentence):
    monkeypatch.setattr(making, "printed", Mock(side_effect=problem))
    response = listed(client, pages.article(title="Eins").pk)
    assert response.status_code == (422 if isinstance(problem, TooLarge) else 503)
    assert "Eins</label>" in response.content.decode()
    assert sentence in response.content.decode()


def test_reading_makes_no_pdf(client, press):
    assert client.get("/merkliste/merkliste.pdf").status_code == 405


def test_the_list_page_shows_what_it_is_asked_for(client, press):
    page = pages.article(title="Eins")
    html = client.get(f"/merkliste/?seite={page.pk}&seite=4711").content.decode()
    assert "Eins</label>" in html
    assert "Ein Artikel ist nicht mehr da." in html
    empty = client.get("/merkliste/")
    assert "Auf Ihrer Liste steht noch nichts." in empty.content.decode()
    assert empty["Cache-Control"] == "private, no-store"
    assert not empty.cookies


def test_a_list_shows_an_address_that_can_be_read_and_leads_to_the_whole_list(client, press):
    one, two = pages.article(), pages.article()
    html = listed(client, one.pk, two.pk).content.decode()
    masthead = html[html.index('class="masthead-address"') :]
    assert f'href="http://testserver/merkliste/?seite={one.pk},{two.pk}">http://testserver/merkliste/<' in masthead


def test_articles_of_several_bodies_are_published_by_the_site(client, press):
    bodies = [Body.objects.create(name=name) for name in ("Amt", "Ministerium")]
    one, two = (pages.article(owner_body=body) for body in bodies)
    for numbers, publisher in (([one.pk], "Amt"), ([one.pk, two.pk], "Aushang")):
        assert f'name="author" content="{publisher}"' in listed(client, *numbers).content.decode()


def test_the_code_of_a_full_list_can_be_read_off_paper():
    address = "https://beteiligung.ministerium.example.org/merkliste/?seite=" + ",".join(
        map(str, range(10_001, 10_031))
    )
    modules = int(re.search(r"width='(\d+)'", unquote(qr_image(address)))[1]) / 4
    assert 29 / modules >= 0.36  # millimetres of each module at the size of pdf/collection.css


def test_a_list_in_its_short_address_is_the_same_list(client, press):
    one, two = pages.article(title="Eins"), pages.article(title="Zwei")
    html = client.get(f"/merkliste/?seite={two.pk},{one.pk},{two.pk},,x").content.decode()
    assert html.index("Zwei</label>") < html.index("Eins</label>")
    assert html.count('type="checkbox"') == 2
