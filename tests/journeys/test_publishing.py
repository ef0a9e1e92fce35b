"""From an author's draft to a reader's PDF, in the real admin."""

import re

from playwright.sync_api import Locator, Page, expect

TITLE = "Runder Tisch in Beispielheim gestartet"
RARE_WORD = "Kieselsteinorakel"
PRESS_RELEASE = """
<meta charset='utf-8'><h1 style="mso-style-name:Titel">Pressemitteilung</h1>
<p class="MsoNormal" style="font-family:Calibri"><span style="color:red">Bürgerinnen und Bürger
diskutierten über „gute Nachbar&shy;schaft“ – mit Übersetzung.</span></p>
<h2>So geht es weiter</h2>
<ul><li>Auftakt im März</li><li>Werkstatt im <b>Juli</b></li></ul>
<p>Mehr unter <a href="https://www.example.org/bericht?a=1&amp;b=2" onclick="alert(1)">Bericht</a>.</p>
<h3>Rückfragen</h3><p>Die Geschäftsstelle hilft.</p>
"""


def open_children_of(page: Page, title: str) -> None:
    """Follows the arrow of a row in the explorer."""
    page.get_by_role("row", name=title).first.locator("a").last.click()
    page.wait_for_load_state("networkidle")


def new_article(page: Page, title: str) -> None:
    """Opens the form for a new article and fills its head."""
    page.goto("/admin/pages/")
    open_children_of(page, "Aushang")
    open_children_of(page, "Aktuelles")
    section = re.search(r"/admin/pages/(\d+)/", page.url)[1]
    page.goto(f"/admin/pages/add/news/articlepage/{section}/")
    page.locator("#id_title").fill(title)
    page.locator("#id_lead").fill(
        "Verwaltung, Vereine und Nachbarschaft sitzen zum ersten Mal gemeinsam an einem Tisch."
    )


def text_block(page: Page) -> Locator:
    """Adds a text block and gives back its editable area."""
    page.locator(".c-sf-add-button").first.click()
    page.get_by_role("option", name="Text", exact=True).first.click()
    return page.locator("[data-contentpath=body] [contenteditable=true]").first


def paste(page: Page, area, html: str) -> None:
    """Pastes HTML as a word processor puts it on the clipboard."""
    area.click()
    area.evaluate(
        """(element, html) => {
            const data = new DataTransfer();
            data.setData('text/html', html);
            data.setData('text/plain', html.replace(/<[^>]+>/g, ''));
            element.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
        }""",
        html,
    )


def wait_until_kept(page: Page, words: str) -> None:
    """The editor hands its text to the form a moment after the last key."""
    script = "words => [...document.querySelectorAll('input[name$=-value]')].some(input => input.value.includes(words))"
    page.wait_for_function(script, arg=words)


def choose_action(page: Page, name: str) -> None:
    """Clicks an entry of the action menu below the form, opening the menu where needed."""
    entry = page.get_by_role("button", name=re.compile(name)).last
    toggle = page.locator(".w-dropdown-button .w-dropdown__toggle")
    expect(entry.locator("visible=true").or_(toggle).first).to_be_visible()
    if not entry.is_visible():
        toggle.click()
    with page.expect_navigation():
        entry.click()
    page.wait_for_load_state("networkidle")


def test_an_article_from_draft_to_pdf(signed_in, visit):
    author = signed_in("autorin")
    new_article(author, TITLE)
    area = text_block(author)
    area.click()
    author.keyboard.type(f"Zum Auftakt kamen vierzig Menschen. Das {RARE_WORD} blieb stumm.")
    wait_until_kept(author, "blieb stumm")
    choose_action(author, "einreichen")
    assert visit().request.get("/aktuelles/runder-tisch-in-beispielheim-gestartet/").status == 404

    editor = signed_in("akademie")
    editor.get_by_role("link", name=TITLE).first.click()
    choose_action(editor, "^Freigeben$")

    reader = visit()
    reader.goto("/aktuelles/")
    reader.get_by_role("link", name=TITLE).first.click()
    expect(reader.locator("h1")).to_have_text(TITLE)
    pdf = reader.request.get(reader.url + "artikel.pdf", timeout=120_000)
    assert pdf.body().startswith(b"%PDF-1.7")
    reader.locator("summary", has_text="Teilen").click()
    expect(reader.get_by_role("link", name="LinkedIn")).to_be_visible()
    for _attempt in range(240):
        reader.goto(f"/suche/?q={RARE_WORD}")
        if reader.get_by_role("link", name=TITLE).count():
            break
        reader.wait_for_timeout(500)
    expect(reader.get_by_role("link", name=TITLE).first).to_be_visible()


def test_a_pasted_press_release_is_stored_clean(signed_in):
    author = signed_in("autorin")
    new_article(author, "Eingefügte Pressemitteilung")
    paste(author, text_block(author), PRESS_RELEASE)
    wait_until_kept(author, "Werkstatt im")
    choose_action(author, "einreichen")
    author.get_by_role("link", name="Eingefügte Pressemitteilung").first.click()
    author.wait_for_load_state("networkidle")
    preview = re.sub(r"/edit/.*", "/view_draft/", author.url)
    author.goto(preview)
    article = author.locator("main")
    expect(article.get_by_role("heading", name="So geht es weiter")).to_be_visible()
    assert article.locator("li", has_text="Werkstatt im Juli").count() == 1
    assert (
        article.get_by_role("link", name="Bericht").get_attribute("href") == "https://www.example.org/bericht?a=1&b=2"
    )
    html = article.locator(".body").inner_html()
    for rubbish in ("Mso", "style=", "<script", "onclick", "<font"):
        assert rubbish not in html
