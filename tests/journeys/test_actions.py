"""What readers do with an article: every state of every page, by keyboard alone, and without script."""

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from justhtml import JustHTML
from playwright.sync_api import Page, expect

from .mail_switch import mail_form_for
from .test_reading import MODES, address

FOCUSED = "(({innerText, name}) => innerText || name || '')(document.querySelector(':focus') ?? {})"
IN_SIGHT = """(() => {
  const focused = document.activeElement, box = focused.getBoundingClientRect();
  return focused.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2));
})()"""
RIPE_MILLISECONDS = 3_500  # a mail form that comes back sooner was filled in by a robot


def at(end: str) -> Callable[[Page], None]:
    """Opens a page below the first article."""

    def open_it(page: Page) -> None:
        assert page.goto(address(page, "article") + end).ok

    return open_it


def open_panel(page: Page) -> None:
    """Unfolds the ways to share."""
    at("")(page)
    page.locator("summary", has_text="Teilen").click()
    expect(page.get_by_role("link", name="Bluesky")).to_be_visible()


def wrong_server(page: Page) -> None:
    """Something that is no server of the Fediverse."""
    at("teilen/fediverse/")(page)
    page.get_by_label("Ihr Server").fill("drucker.local")
    page.get_by_role("button", name="Weiter zu meinem Server").click()
    expect(page.get_by_role("alert")).to_be_visible()


def empty_mail(page: Page) -> None:
    """The mail form, sent without anything in it."""
    at("senden/")(page)
    page.get_by_role("button", name="Nachricht senden").click()
    expect(page.get_by_role("alert")).to_be_visible()


def list_of_one(page: Page) -> None:
    """The reading list with one article."""
    at("")(page)
    page.goto(page.locator("[data-remember]").get_attribute("href"))
    expect(page.get_by_role("checkbox")).to_be_checked()


def empty_choice(page: Page) -> None:
    """A PDF of a list of which nothing was chosen."""
    list_of_one(page)
    page.get_by_role("checkbox").uncheck()
    page.get_by_role("button", name="PDF").click()
    expect(page.get_by_role("alert")).to_be_visible()


STATES = {
    "panel closed": at(""),
    "panel open": open_panel,
    "share page": at("teilen/"),
    "Fediverse": at("teilen/fediverse/"),
    "Fediverse, wrong server": wrong_server,
    "mail form": at("senden/"),
    "mail form, errors": empty_mail,
    "mail form, sent": at("senden/?gesendet"),
    "empty reading list": lambda page: page.goto("/merkliste/"),
    "reading list": list_of_one,
    "reading list, nothing chosen": empty_choice,
}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("state", STATES)
def test_no_barrier_that_axe_finds(visit, mail_form, state, mode):
    page = visit(**MODES[mode])
    STATES[state](page)
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("state", STATES)
def test_the_markup_is_valid_without_script_too(visit, mail_form, state):
    page = visit(java_script_enabled=False)
    STATES[state](page)
    JustHTML(page.request.get(page.url).text(), strict=True)


def tab_to(page: Page, wanted: str) -> None:
    """Presses Tab until the focus is on what has these words or this name."""
    for _press in range(80):
        page.keyboard.press("Tab")
        if wanted in page.evaluate(FOCUSED):
            return
    pytest.fail(f"no way to {wanted!r} by keyboard")


@pytest.mark.parametrize("script", [True, False])
def test_a_mail_is_sent_by_keyboard_alone(visit, mail_form, script):
    page = visit(java_script_enabled=script)
    at("senden/")(page)
    if not script:
        page.get_by_role("textbox", name="An (E-Mail-Adresse)").focus()
    for field, text in {"recipient": "a@example.org", "name": "Ada", "sender": "ada@example.org"}.items():
        if script:
            tab_to(page, field)
            page.keyboard.type(text)
        else:
            page.locator(f"[name={field}]").fill(text)
    page.wait_for_timeout(RIPE_MILLISECONDS)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Die Nachricht ist versandt")
    expect(page.get_by_role("heading", level=1)).to_be_focused()


def test_errors_are_reached_from_the_summary_by_keyboard(visit, mail_form):
    page = visit()
    empty_mail(page)
    expect(page.get_by_role("alert")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("[name=recipient]")).to_be_focused()


@pytest.mark.parametrize("script", [True, False])
def test_the_fediverse_form_leads_to_the_readers_server(visit, script):
    page = visit(java_script_enabled=script)
    at("teilen/fediverse/")(page)
    source = urlsplit(page.url).path.removesuffix("teilen/fediverse/")
    page.get_by_label("Ihr Server").fill("sozial.example")
    with page.expect_request("https://sozial.example/share?**") as leaving:
        page.keyboard.press("Enter")
    assert parse_qs(urlsplit(leaving.value.url).query)["text"][0].endswith(source)


@pytest.mark.parametrize("script", [True, False])
def test_an_article_is_put_on_the_list_and_taken_along(visit, script):
    page = visit(java_script_enabled=script)
    at("")(page)
    page.get_by_role("link", name="Auf meine Merkliste setzen").click()
    if script:
        expect(page.get_by_text("Der Artikel steht auf Ihrer Merkliste.")).to_be_visible()
        page.get_by_role("link", name="Meine Merkliste öffnen").click()
    expect(page.get_by_role("checkbox")).to_be_checked()
    numbers = page.locator("[name=seite]").evaluate_all("all => all.map(one => one.value).join()") if script else None
    data = page.request.post("/merkliste/merkliste.pdf", form={"seite": numbers or page.url.split("seite=")[1]})
    assert data.body().startswith(b"%PDF-1.7")


def test_taking_the_last_article_off_keeps_the_focus_on_the_page(visit):
    page = visit()
    at("")(page)
    page.get_by_role("link", name="Auf meine Merkliste setzen").click()
    page.get_by_role("link", name="Meine Merkliste öffnen").click()
    expect(page.get_by_role("checkbox")).to_be_checked()
    tab_to(page, "Entfernen")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    page.goto("/merkliste/")
    expect(page.get_by_text("Auf Ihrer Liste steht noch nichts.")).to_be_visible()


def test_the_address_is_copied_and_said(visit):
    page = visit(permissions=["clipboard-read", "clipboard-write"])
    open_panel(page)
    tab_to(page, "kopieren")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Die Adresse ist kopiert.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("#share-address").input_value()


@pytest.mark.parametrize("mode", MODES)
def test_the_open_panel_covers_nothing_that_is_reached_by_keyboard(visit, mode):
    page = visit(**MODES[mode])
    open_panel(page)
    page.locator("summary", has_text="Teilen").focus()
    reached = []
    while "Merkliste öffnen" not in "".join(reached[-1:]):
        page.keyboard.press("Tab")
        reached.append(page.evaluate(FOCUSED))
        assert page.evaluate(IN_SIGHT), reached[-1]
        assert len(reached) < 20


def test_without_script_there_is_no_dead_control(visit, mail_form):
    page = visit(java_script_enabled=False)
    at("")(page)
    actions = page.get_by_role("region", name="Mitnehmen und weitergeben")
    assert actions.get_by_role("button", name="Drucken").count() == 0
    page.locator("summary", has_text="Teilen").click()
    expect(actions.get_by_role("link", name="Bluesky")).to_be_visible()
    assert actions.get_by_role("button", name="kopieren").count() == 0
    for link in actions.get_by_role("link").all():
        target = link.get_attribute("href")
        assert target.startswith("https://") or page.request.get(target).status == 200


def test_switched_off_the_mail_form_is_a_sentence(visit, browser, site):
    mail_form_for(browser, site, "off")
    page = visit()
    response = page.goto(address(page, "article") + "senden/")
    assert response.status == 404
    expect(page.get_by_text("Diese Website versendet keine E-Mails")).to_be_visible()
    assert Axe().run(page).violations_count == 0
