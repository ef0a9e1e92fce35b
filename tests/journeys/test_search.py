"""Searching by hand: suggestions as a screen reader and a keyboard meet them, the number of hits, and no script."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

MODES = {"desktop": {}, "dark": {"color_scheme": "dark"}, "320 px": {"width": 320, "height": 700}}
IN_THE_PAGE, IN_THE_HEADER = "Was suchen Sie?", "Website durchsuchen"
FIELDS = pytest.mark.parametrize("name", [IN_THE_PAGE, IN_THE_HEADER])


def typed(page: Page, text: str, name: str = IN_THE_PAGE) -> Locator:
    """The field with its suggestions shown."""
    page.goto("/suche/")
    field = page.get_by_role("combobox", name=name)
    if name == IN_THE_HEADER and (menu := page.locator(".site-menu summary")).is_visible():
        menu.click()
    field.press_sequentially(text)
    expect(page.get_by_role("option").first).to_be_visible()
    return field


def marked(page: Page) -> str | None:
    """The suggestion that a screen reader would read."""
    return page.evaluate(
        "document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))?.textContent ?? null"
    )


def said(option: Locator) -> str:
    """The words of a suggestion; what it is stands behind them."""
    return option.evaluate("option => option.firstChild.textContent")


@FIELDS
@pytest.mark.parametrize("mode", MODES)
def test_open_suggestions_have_no_barrier_that_axe_finds(visit, mode, name):
    page = visit(**MODES[mode])
    field = typed(page, "Nachbar", name)
    field.press("ArrowDown")
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]


@FIELDS
def test_arrow_keys_go_through_the_suggestions_and_back_to_the_field(visit, name):
    page = visit()
    field = typed(page, "Nachbar", name)
    options = page.get_by_role("option").all_text_contents()
    expect(field).to_have_attribute("aria-expanded", "true")
    assert marked(page) is None
    for option in options:
        field.press("ArrowDown")
        assert marked(page) == option
    field.press("ArrowDown")
    assert marked(page) is None
    field.press("ArrowUp")
    assert marked(page) == options[-1]
    expect(page.get_by_role("option", selected=True)).to_have_count(1)
    assert field.input_value() == "Nachbar"


def test_their_number_is_announced(visit):
    page = visit()
    typed(page, "Nachbar")
    count = page.get_by_role("option").count()
    expect(page.locator(".search-form [role=status]")).to_have_text(f"Vorschläge: {count}")


@FIELDS
def test_escape_closes_them_and_keeps_what_was_typed(visit, name):
    page = visit()
    field = typed(page, "Nachbar", name)
    field.press("ArrowDown")
    field.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(field).to_have_attribute("aria-expanded", "false")
    assert field.input_value() == "Nachbar"


@FIELDS
def test_enter_opens_the_marked_suggestion_and_otherwise_searches_what_was_typed(visit, name):
    page = visit()
    field = typed(page, "Nachbar", name)
    term = said(page.get_by_role("option").first)
    field.press("ArrowDown")
    field.press("Enter")
    expect(page.locator("#search-count")).to_contain_text(f"„{term}“")
    field = typed(page, "Nachbar", name)
    field.press("Enter")
    expect(page.locator("#search-count")).to_contain_text("„Nachbar“")


def test_every_suggestion_says_what_it_is_and_arrow_down_brings_closed_ones_back(visit):
    page = visit()
    field = typed(page, "Nachbar")
    expect(page.get_by_role("option").first).to_contain_text("Suche")
    expect(page.get_by_role("option").last).to_contain_text("Programm")
    field.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    field.press("ArrowDown")
    expect(page.get_by_role("option").first).to_be_visible()


def test_a_click_opens_a_page_from_the_suggestions(visit):
    page = visit()
    typed(page, "Nachbar")
    option = page.get_by_role("option").last
    title = said(option)
    option.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_the_number_of_hits_comes_first_in_the_title_and_stands_in_a_status(visit):
    page = visit()
    page.goto("/suche/?q=Nachbarschaft")
    expect(page).to_have_title(re.compile(r"^\d+ Treffer – Suche nach „Nachbarschaft“"))
    expect(page.locator("main [role=status] h2")).to_have_text(re.compile(r"^\s*\d+ Treffer"))


def test_without_script_words_filters_chips_and_paging_work_by_address_alone(visit):
    page = visit(java_script_enabled=False)
    page.goto("/suche/")
    page.get_by_role("main").get_by_role("searchbox").fill("Beteiligung")
    page.get_by_role("main").get_by_role("button", name="Suchen").click()
    page.locator(".search-facets a, .search-results a[href*='typ=']").first.click()
    expect(page).to_have_url(re.compile(r"q=Beteiligung.*typ="))
    page.get_by_role("link", name="Alle Filter entfernen").click()
    expect(page).to_have_url(re.compile(r"\?q=Beteiligung$"))
    page.goto("/suche/?q=Betieligung")
    page.locator("main a[href='?q=Beteiligung']").click()  # Meinten Sie
    expect(page.locator("#search-count")).to_contain_text("„Beteiligung“")
