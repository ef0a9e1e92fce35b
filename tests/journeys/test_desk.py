"""The editors' desk in a real browser: two institutions release, somebody asks for changes, two people take back."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.journeys.test_publishing import choose_action, new_article, open_children_of, text_block, wait_until_kept

MODES = {"light": {"color_scheme": "light"}, "dark": {"color_scheme": "dark"}, "320 px": {"width": 320, "height": 700}}


def open_approval(page: Page, title: str) -> None:
    """From the dashboard, as everybody does."""
    page.goto("/admin/")
    page.locator("main").get_by_role("link", name=title).first.click()
    page.wait_for_load_state("networkidle")


def decide(page: Page, button: str, comment: str = "", form: str = "decide") -> None:
    """Fills the comment and clicks."""
    section = page.locator(f"#{form}-section")
    if section.locator("details:not([open]) > summary").count():
        section.locator("summary").first.click()
    if comment:
        section.get_by_label("Kommentar").fill(comment)
    with page.expect_navigation():
        section.get_by_role("button", name=button, exact=True).click()
    page.wait_for_load_state("networkidle")


def said(page: Page) -> str:
    """The message on top."""
    return page.locator(".messages").inner_text()


def submitted_article(signed_in, title: str) -> Page:
    """The author's window after submitting an article with a note."""
    author = signed_in("autorin")
    new_article(author, title)
    area = text_block(author)
    area.click()
    author.keyboard.type("Der Runde Tisch trifft sich am Montag.")
    wait_until_kept(author, "am Montag")
    author.get_by_label("Notiz zu dieser Fassung").fill("Bitte bis Freitag.")
    choose_action(author, "einreichen")
    return author


def first_programme(page: Page) -> str:
    """The key of a programme, by way of the explorer."""
    page.goto("/admin/pages/")
    open_children_of(page, "Aushang")
    open_children_of(page, "Programme")
    return re.search(r"/pages/(\d+)/", page.locator("main tbody a[href*='/edit/']").first.get_attribute("href"))[1]


def test_a_programme_is_approved_by_the_academy_and_released_by_the_ministry(signed_in, visit):
    editor = signed_in("akademie2")
    key = first_programme(editor)
    editor.goto(f"/admin/pages/{key}/edit/")
    lead = editor.locator("#id_lead")
    lead.fill("Neu ist die Sprechstunde am Donnerstag. " + lead.input_value()[:400])
    editor.get_by_label("Notiz zu dieser Fassung").fill("Sprechstunde ergänzt")
    choose_action(editor, "einreichen")

    academy = signed_in("akademie")
    academy.goto(f"/admin/pages/{key}/vorgang/")
    expect(academy.locator("ins", has_text="Neu ist die Sprechstunde am Donnerstag.")).to_be_visible()
    expect(academy.get_by_text("Sprechstunde ergänzt").first).to_be_visible()
    address = academy.get_by_role("link", name="Veröffentlichte Seite").get_attribute("href")
    decide(academy, "Freigeben", "Fachlich gut.")
    assert "Sprechstunde am Donnerstag" not in visit().request.get(address).text()

    ministry = signed_in("ministerium")
    ministry.goto(f"/admin/pages/{key}/vorgang/")
    expect(ministry.get_by_text("Fachlich gut.").first).to_be_visible()
    decide(ministry, "Freigeben")
    reader = visit()
    reader.goto(address)
    expect(reader.get_by_text("Sprechstunde am Donnerstag").first).to_be_visible()


def test_changes_are_asked_for_made_and_approved(signed_in, visit):
    title = "Runder Tisch mit Nacharbeit"
    submitted_article(signed_in, title)
    editor = signed_in("akademie")
    open_approval(editor, title)
    expect(editor.get_by_text("Bitte bis Freitag.").first).to_be_visible()
    decide(editor, "Änderungen anfordern")
    expect(editor.get_by_role("alert")).to_contain_text("Bitte schreiben Sie eine Begründung.")
    decide(editor, "Änderungen anfordern", "Bitte den Ort nennen.")

    author = signed_in("autorin")
    open_approval(author, title)
    expect(author.get_by_text("Bitte den Ort nennen.").first).to_be_visible()
    author.get_by_role("link", name="Bearbeiten").first.click()
    author.locator("#id_place").fill("Beispielheim")
    author.get_by_label("Notiz zu dieser Fassung").fill("Ort ergänzt")
    choose_action(author, "einreichen")

    open_approval(editor, title)
    expect(editor.get_by_text("Ort ergänzt").first).to_be_visible()
    decide(editor, "Freigeben")
    assert "Freigegeben" in said(editor)
    reader = visit()
    reader.goto("/aktuelles/")
    expect(reader.get_by_role("link", name=title).first).to_be_visible()


def test_two_people_take_a_page_offline(signed_in, visit):
    title = "Runder Tisch wird abgesagt"
    submitted_article(signed_in, title)
    editor = signed_in("akademie")
    open_approval(editor, title)
    decide(editor, "Freigeben")
    editor.locator("#withdrawal-section summary").first.click()
    editor.locator("#withdrawal-section").get_by_label("veraltet", exact=True).check()
    decide(editor, "Zurückziehung beantragen", "Fällt aus.", form="withdrawal")
    address = editor.get_by_role("link", name="Veröffentlichte Seite").get_attribute("href")
    assert visit().request.get(address).status == 200

    second = signed_in("akademie2")
    open_approval(second, title)
    decide(second, "Zurückziehen", "Einverstanden.", form="withdrawal")
    assert visit().request.get(address).status == 410


@pytest.fixture
def screens(signed_in) -> dict[str, str]:
    """The addresses of the desk's screens, with a text that waits."""
    submitted_article(signed_in, "Runder Tisch auf dem Prüfstand")
    editor = signed_in("akademie")
    open_approval(editor, "Runder Tisch auf dem Prüfstand")
    key = re.search(r"/pages/(\d+)/", editor.url)[1]
    return {
        "approval": f"/admin/pages/{key}/vorgang/",
        "dashboard": "/admin/",
        "report": "/admin/reports/stand/",
        "bulk": f"/admin/bulk/page/basepage/approval/?id={key}&next=/admin/",
        "flows": "/admin/ablaeufe/",
        "edit": f"/admin/pages/{key}/edit/",
    }


def test_no_barrier_that_axe_finds(signed_in, screens):
    found = {}
    for mode, options in MODES.items():
        window = signed_in("akademie", **options)
        for name, address in screens.items():
            window.goto(address)
            window.wait_for_load_state("networkidle")
            results = Axe().run(window, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
            ours = [fault for fault in results.response["violations"] if any(map(is_ours, fault["nodes"]))]
            if ours:
                found[f"{name}, {mode}"] = ours
    assert not found


def is_ours(node: dict) -> bool:
    """Whether a barrier is in what the desk adds to Wagtail's admin."""
    return "desk-" in node["html"] or any("desk-" in str(part) for part in node["target"])


def test_nothing_of_the_desk_scrolls_sideways_at_320_pixels(signed_in, screens):
    window = signed_in("akademie", width=320, height=700)
    for name in ("approval", "dashboard", "bulk"):
        window.goto(screens[name])
        assert window.evaluate("document.documentElement.scrollWidth") <= 320, name
