"""What academy and ministry do at their desks while a municipality writes."""

from playwright.sync_api import Page, expect


def invite(desk: Page, edition: str, town: str, address: str) -> None:
    """Asks one municipality of an edition; the others stay without an address."""
    desk.goto("/admin/kommunen/")
    desk.get_by_role("link", name=edition).click()
    expect(desk.get_by_role("button", name="Alle mit Adresse einladen")).to_be_visible()
    for field in desk.locator("main [type=email]").all():
        field.fill(address if town in field.get_attribute("aria-label") else "")
    desk.get_by_role("button", name="Alle mit Adresse einladen").click()
    expect(desk.get_by_text("1 Kommune wurde eingeladen")).to_be_visible()


def ask(desk: Page, key: str, question: str) -> None:
    """A question on one section."""
    desk.goto(f"/admin/pages/{key}/abschnitte/")
    desk.locator("details", has=desk.locator("#text-anlass")).locator("summary").click()
    desk.locator("#text-anlass").fill(question)
    form = desk.locator("form", has=desk.locator("#text-anlass"))
    form.locator("[value=municipality]").check()
    form.get_by_role("button", name="Notieren").click()
    expect(desk.get_by_text(question)).to_be_visible()
    desk.get_by_role("button", name="Rückfrage stellen").click()
    expect(desk.get_by_text("Gefragt.")).to_be_visible()


def approve(desk: Page, key: str, said: str) -> None:
    """One step further; what the municipality was asked stands on the same screen."""
    desk.goto(f"/admin/pages/{key}/vorgang/")
    expect(desk.get_by_text(said)).to_be_visible()
    desk.get_by_role("button", name="Freigeben").first.click()
    expect(desk.locator(".messages")).to_contain_text("Freigegeben")
