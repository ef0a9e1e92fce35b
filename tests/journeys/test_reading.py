"""A reader's ways through the site: with and without script, by keyboard, on a small screen, without third parties."""

from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from justhtml import JustHTML
from playwright.sync_api import Response

PAGES = {
    "home": "/",
    "news list": "/aktuelles/",
    "filtered news list": "/aktuelles/?thema=integration",
    "article": None,
    "programmes": "/programme/",
    "programme": None,
    "case studies": "/praxisbeispiele/",
    "case study": None,
    "imprint": "/impressum/",
    "easy language": "/leichte-sprache/",
    "search": "/suche/?q=Nachbarschaft",
    "empty search": "/suche/?q=Quastenflosser",
    "open calls": "/programme/offen/",
    "edition": "/programme/prozessbegleitung/zweite-runde/",
    "ended edition": "/programme/prozessbegleitung/erste-runde/",
    "events": "/termine/",
    "event": "/termine/erstes-netzwerktreffen/",
    "event without documentation": "/termine/drittes-netzwerktreffen/",
    "planned edition": "/programme/nachbarschaftsgespraeche/naechste-runde/",
    "year of the archive": "/aktuelles/2018/",
    "municipality": "/kommunen/lindenfurt/",
    "municipality with little": "/kommunen/kaltquell/",
    "municipalities": "/kommunen/",
    "municipalities by name": "/kommunen/?q=l",
    "subject": "/themen/integration/",
    "collection": "/von-tuer-zu-tuer/",
    "section": "/ueber-uns/",
    "withdrawn, but kept": "/aktuelles/saetze-fuer-kleinprojekte/",
    "filtered case studies": "/praxisbeispiele/?thema=integration&phase=finished",
    "question to a municipality": "/praxisbeispiele/lindenfurt-sprachcafe-am-marktplatz/nachfragen/",
    "share": None,
    "not found": "/gibt-es-nicht/",
    "style guide": "/styleguide/",
}
FIRST_OF = {"article": "/aktuelles/", "programme": "/programme/", "case study": "/praxisbeispiele/"}
MODES = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "320 px": {"width": 320, "height": 700},
}


def address(page, name: str) -> str:
    """The address of a page by its name; the first entry of a list where the name is a type."""
    if PAGES[name]:
        return PAGES[name]
    if name == "share":
        return address(page, "article") + "teilen/"
    page.goto(FIRST_OF[name])
    return urlsplit(page.locator("main h2 a, main h3 a").first.get_attribute("href")).path


def opened(page, name: str) -> Response:
    """The page of this name, and not a notice in its place."""
    response = page.goto(address(page, name))
    assert response.status == (404 if name == "not found" else 200)
    return response


def barriers(page, name: str) -> str:
    """What axe finds, for people to read; nothing where there is nothing."""
    # The style guide shows a part by itself and within others, so its landmarks occur twice there.
    rules = {"landmark-unique": {"enabled": name != "style guide"}}
    results = Axe().run(page, options={"rules": rules})
    return results.generate_report() if results.violations_count else ""


@pytest.mark.parametrize("name", PAGES)
def test_no_barrier_no_request_to_others_and_no_complaint_of_a_script(visit, site, name):
    page = visit(**MODES["light"])
    hosts, complaints = set(), []
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    opened(page, name)
    page.wait_for_load_state("networkidle")
    assert hosts - {""} == {urlsplit(site).netloc}
    assert [text for text in complaints if "404" not in text] == []
    assert not barriers(page, name)


@pytest.mark.parametrize("name", PAGES)
def test_no_barrier_in_the_dark(visit, name):
    page = visit(**MODES["dark"])
    opened(page, name)
    assert not barriers(page, name)


@pytest.mark.parametrize("name", PAGES)
def test_no_barrier_at_320_pixels_and_nothing_scrolls_sideways(visit, name):
    page = visit(**MODES["320 px"])
    opened(page, name)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert not barriers(page, name)


@pytest.mark.parametrize("name", PAGES)
def test_the_markup_is_valid(visit, name):
    page = visit(java_script_enabled=False)
    JustHTML(opened(page, name).text(), strict=True)


def test_the_skip_link_comes_first(visit):
    page = visit()
    page.goto("/aktuelles/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#inhalt"


def test_a_reader_without_script_finds_reads_shares_and_saves(visit):
    page = visit(java_script_enabled=False)
    page.goto("/")
    page.get_by_role("searchbox").first.fill("Nachbarschaftsgespräche")
    page.keyboard.press("Enter")
    page.locator("main h2 a, main h3 a").first.click()
    actions = page.get_by_role("region", name="Mitnehmen und weitergeben")
    assert actions.get_by_role("link", name="Per E-Mail versenden").get_attribute("href").startswith("mailto:?subject=")
    pdf = page.request.get(actions.get_by_role("link", name="Artikel als PDF speichern").get_attribute("href"))
    assert pdf.headers["content-type"] == "application/pdf"
    assert pdf.body().startswith(b"%PDF-1.7")
    page.goto(page.url.split("?")[0] + "teilen/")
    assert page.get_by_role("link", name="Bluesky").is_visible()


def test_escape_closes_the_share_panel_and_gives_the_focus_back(visit):
    page = visit()
    page.goto(address(page, "article"))
    summary = page.locator("summary", has_text="Teilen")
    summary.focus()
    page.keyboard.press("Enter")
    assert page.get_by_role("link", name="Bluesky").is_visible()
    page.keyboard.press("Escape")
    assert not page.get_by_role("link", name="Bluesky").is_visible()
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_print_hides_what_paper_cannot_do(visit):
    page = visit()
    page.goto(address(page, "article"))
    page.emulate_media(media="print")
    assert not page.get_by_role("navigation").first.is_visible()
    assert not page.locator("summary", has_text="Teilen").is_visible()
    assert page.locator("h1").is_visible()
