"""From an invitation to a published case study, as a colleague in a town hall does it in twenty minutes."""

import email
import email.policy
import re
import time
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

MODES = {
    "keyboard": {},
    "320 px": {"width": 320, "height": 700},
    "without script": {"java_script_enabled": False},
}
PASSWORD = "aushang-demo"
LONG = "Zwölf Bänke wandern durch die Stadt, von Straße zu Straße, und überall setzt sich jemand dazu."
ANSWERS = {
    "worum": {"lead": "Zwölf Bänke, die man ausleihen kann.", "starts_on": "05.2024"},
    "anlass": {"situation": LONG, "goals": "Sich begegnen"},
    "vorgehen": {"approach": LONG, "partners-0-name": "Bauhof"},
    "wirkung": {"results": LONG},
    "lernen": {"pitfalls": "Im Winter will niemand sitzen.", "tips": "Klein anfangen."},
    "kontakt": {"contact": "Stabsstelle Beteiligung", "contact_email": "beteiligung@lindenfurt.example"},
}
TICKS = {
    "einordnung": ["level", "form", "open_to_all"],
    "aufwand": ["staff_hours"],
    "erklaerung": ["declared_true", "declared_released", "declared_rights", "declared_privacy"],
}


class Person:
    """Somebody at a browser, with all keys or with the keyboard alone."""

    def __init__(self, page: Page, mode: str) -> None:
        self.page, self.mode = page, mode

    def reach(self, selector: str) -> None:
        """Presses Tab until the element has the focus."""
        for _press in range(160):
            if self.page.evaluate("selector => document.activeElement?.matches(selector)", selector):
                return
            self.page.keyboard.press("Tab")
        pytest.fail(f"the keyboard does not reach {selector} on {self.page.url}")

    def write(self, name: str, text: str) -> None:
        """Types into a field."""
        selector = f"[name='{name}']"
        if self.mode == "keyboard":
            self.reach(selector)
            self.page.keyboard.press("Control+a")
            self.page.keyboard.type(text)
        else:
            self.page.locator(selector).fill(text)

    def tick(self, name: str) -> None:
        """Chooses the first option, or ticks."""
        field = self.page.locator(f"[name='{name}']").first
        if field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(index=2)
        elif self.mode == "keyboard":
            self.reach(f"[name='{name}']")
            self.page.keyboard.press("Space")
        else:
            field.check()

    def press(self, words: str) -> None:
        """Presses a button or follows a link by its words, and waits for the next page."""
        found = self.page.locator(f"main :is(button, a):has-text('{words}')").first
        with self.page.expect_navigation():
            if self.mode == "keyboard":
                found.focus()
                self.page.keyboard.press("Enter")
            else:
                found.click()

    def check(self) -> None:
        """No barrier that axe finds, nothing that scrolls sideways."""
        if self.mode != "without script":
            results = Axe().run(self.page)
            assert results.violations_count == 0, results.generate_report()
        width = self.page.viewport_size["width"]
        assert self.page.evaluate("document.documentElement.scrollWidth") <= width


def newest_mail(folder: Path, to: str, words: str) -> str:
    """The text of the newest mail with these words, as soon as it is there."""
    for _attempt in range(240):
        for file in sorted(folder.glob("*"), key=lambda file: file.stat().st_mtime, reverse=True):
            for part in reversed(re.split(rb"\n-{70,}\n", file.read_bytes())):
                letter = email.message_from_bytes(part.strip(), policy=email.policy.default)
                text = body_of(letter)
                if letter["To"] == to and words in text:
                    return text
        time.sleep(0.5)
    pytest.fail(f"no mail to {to} about {words}")


def body_of(letter) -> str:
    """The plain part."""
    plain = next((part for part in letter.walk() if part.get_content_type() == "text/plain"), None)
    return plain.get_content() if plain else ""


def sign_in(person: Person, mails: Path) -> None:
    """By the six digits of the mail."""
    person.page.goto("/mein-bereich/")
    person.check()
    person.write("email", "kommune@example.org")
    person.press("Mail anfordern")
    person.check()
    text = newest_mail(mails, "kommune@example.org", "Ihr Code ist")
    person.write("code", re.search(r"\b(\d{6})\b", text)[1])
    person.press("Anmelden")


def fill(person: Person, case: str, title: str) -> None:
    """Answers all that is needed, section by section."""
    for section in (
        "worum",
        "einordnung",
        "anlass",
        "vorgehen",
        "aufwand",
        "wirkung",
        "lernen",
        "kontakt",
        "erklaerung",
    ):
        person.page.goto(f"{case}{section}/")
        if section == "worum":
            person.write("title", title)
        for name, text in ANSWERS.get(section, {}).items():
            person.write(name, text)
        if section == "einordnung":
            person.page.locator("[name=main_subject]").select_option(index=1)
            choices = person.page.locator("[name=target_groups]")
            if choices.count():
                choices.first.check()
            person.write("method_suggestion", "Werkstatt auf der Straße")
        if section == "aufwand":
            person.page.locator("[name=cost_band]").select_option(index=2)
        for name in TICKS.get(section, []):
            person.tick(name)
        person.check()
        person.press("Speichern und")


def ask(academy: Page, key: str) -> None:
    """The academy has a question on one section."""
    academy.goto(f"/admin/pages/{key}/abschnitte/")
    academy.locator("#text-anlass").fill("Wie viele Menschen kamen?")
    form = academy.locator("form", has=academy.locator("#text-anlass"))
    form.locator("[value=municipality]").check()
    form.get_by_role("button", name="Notieren").click()
    academy.wait_for_load_state()
    academy.get_by_role("button", name="Rückfrage stellen").click()
    academy.wait_for_load_state()


def reply(person: Person, case: str) -> None:
    """The municipality answers and submits again."""
    person.page.goto(case)
    person.check()
    person.press("Wie viele Menschen kamen?")
    person.write("answer", "Etwa vierzig.")
    person.press("Antworten")
    person.check()
    person.page.goto(f"{case}einreichen/")
    person.press("Jetzt einreichen")


def approve(desk: Page, key: str) -> None:
    """One step further."""
    desk.goto(f"/admin/pages/{key}/vorgang/")
    desk.get_by_role("button", name="Freigeben").first.click()
    desk.wait_for_load_state("networkidle")


@pytest.mark.parametrize("mode", MODES)
def test_from_a_draft_to_readers(visit, signed_in, mails, mode):
    title = f"Wanderbänke {mode}"
    person = Person(visit(**MODES[mode]), mode)
    sign_in(person, mails)
    person.check()
    person.press("Neues Praxisbeispiel")
    case = person.page.url
    person.check()
    fill(person, case, title)
    person.page.goto(f"{case}einreichen/")
    person.check()
    person.press("Jetzt einreichen")
    expect(person.page.locator(".portal-state").first).to_have_text("in Prüfung")
    person.check()
    assert "ist angekommen" in newest_mail(mails, "kommune@example.org", title)

    key = re.search(r"/beispiel/(\d+)/", case)[1]
    ask(signed_in("akademie"), key)
    assert "Wie viele Menschen kamen?" in newest_mail(mails, "kommune@example.org", "haben Fragen")
    reply(person, case)
    for editor in ("akademie", "ministerium"):
        approve(signed_in(editor), key)
    person.page.goto(case)
    expect(person.page.locator(".portal-state").first).to_have_text("online")
    person.check()
    person.press("Online lesen")
    expect(person.page.locator("h1")).to_have_text(title)


def test_what_was_typed_survives_a_killed_browser(visit, mails):
    first = Person(visit(), "keyboard")
    sign_in(first, mails)
    first.press("Neues Praxisbeispiel")
    case = first.page.url
    first.page.goto(f"{case}anlass/")
    first.write("situation", LONG)
    expect(first.page.locator("[data-status]")).to_contain_text("Gespeichert", timeout=15_000)
    first.page.context.close()
    other = Person(visit(width=320, height=700), "320 px")
    sign_in(other, mails)
    other.page.goto(f"{case}anlass/")
    expect(other.page.locator("[name=situation]")).to_have_value(LONG)


def test_two_people_in_one_section_see_both_texts(visit, mails):
    windows = [Person(visit(), "mouse") for _window in range(2)]
    sign_in(windows[0], mails)
    windows[0].press("Neues Praxisbeispiel")
    case = windows[0].page.url
    sign_in(windows[1], mails)
    for window in windows:
        window.page.goto(f"{case}anlass/")
    windows[0].write("situation", "Der eine Text")
    expect(windows[0].page.locator("[data-status]")).to_contain_text("Gespeichert", timeout=15_000)
    windows[1].write("situation", "Der andere Text")
    expect(windows[1].page.locator("[data-status]")).to_contain_text("auch geändert", timeout=15_000)
    windows[1].press("Speichern und")
    expect(windows[1].page.locator("[name=situation]")).to_have_value("Der andere Text")
    expect(windows[1].page.locator(".portal-theirs")).to_contain_text("Der eine Text")
    windows[1].check()
