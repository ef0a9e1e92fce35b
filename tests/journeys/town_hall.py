"""A colleague in a town hall at a browser, and the mailbox beside it."""

import email
import email.policy
import re
import time
from email.message import EmailMessage
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page

MODES = {
    "keyboard": {},
    "320 px": {"width": 320, "height": 700},
    "without script": {"java_script_enabled": False},
}
MOST_TABS = 160


class Person:
    """Somebody at a browser: with all keys, on a small screen, without scripts, or with the keyboard alone."""

    def __init__(self, page: Page, mode: str) -> None:
        self.page, self.mode = page, mode

    def reach(self, found: Locator) -> None:
        """Presses Tab until the element has the focus."""
        for _press in range(MOST_TABS):
            if found.evaluate("element => element === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        pytest.fail(f"the keyboard does not reach {found} on {self.page.url}")

    def field(self, name: str) -> Locator:
        """The first field with this name."""
        return self.page.locator(f"[name='{name}']").first

    def write(self, name: str, text: str) -> None:
        """Types into a field."""
        if self.mode == "keyboard":
            self.reach(self.field(name))
            self.page.keyboard.press("Control+a")
            self.page.keyboard.type(text)
        else:
            self.field(name).fill(text)

    def choose(self, name: str) -> None:
        """Chooses an answer of a list, or ticks."""
        field = self.field(name)
        is_list = field.evaluate("field => field.tagName") == "SELECT"
        if self.mode == "keyboard":
            self.reach(field)
            for key in ["ArrowDown", "ArrowDown"] if is_list else ["Space"]:
                self.page.keyboard.press(key)
        elif is_list:
            field.select_option(index=2)
        else:
            field.check()

    def press(self, words: str) -> None:
        """Presses a button or follows a link by its words, and waits for the next page."""
        found = self.page.locator(f"main :is(button, a):has-text('{words}')").first
        if self.mode == "keyboard":
            self.reach(found)
        with self.page.expect_navigation():
            if self.mode == "keyboard":
                self.page.keyboard.press("Enter")
            else:
                found.click()

    def check(self) -> None:
        """No barrier that axe finds, nothing that scrolls sideways."""
        if self.mode != "without script":
            results = Axe().run(self.page)
            assert results.violations_count == 0, results.generate_report()
        width = self.page.viewport_size["width"]
        assert self.page.evaluate("document.documentElement.scrollWidth") <= width, self.page.url


class Mailbox:
    """The mails that the demo writes into a folder. What was there before, or was taken out, is not found again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.taken = {letter["Message-ID"] for letter in self.letters()}

    def letters(self) -> list[EmailMessage]:
        """All mails, in the order in which they came."""
        files = sorted(self.folder.glob("*"), key=lambda file: file.stat().st_mtime)
        parts = [part for file in files for part in re.split(rb"\n-{70,}\n", file.read_bytes()) if part.strip()]
        return [email.message_from_bytes(part.strip(), policy=email.policy.default) for part in parts]

    def take(self, to: str, words: str) -> str:
        """The text of the newest mail with these words, as soon as it is there."""
        for _attempt in range(360):
            for letter in reversed(self.letters()):
                text = text_of(letter)
                if letter["Message-ID"] not in self.taken and letter["To"] == to and words in text:
                    self.taken.add(letter["Message-ID"])
                    return text
            time.sleep(0.5)
        pytest.fail(f"no mail to {to} about {words}")

    def link(self, to: str, words: str) -> str:
        """The one link of a mail."""
        return re.search(r"http://\S+", self.take(to, words))[0]


def text_of(letter: EmailMessage) -> str:
    """The plain part."""
    plain = letter.get_body(("plain",))
    return plain.get_content() if plain else ""


def sign_in(person: Person, mails: Mailbox, address: str) -> None:
    """By the six digits of the mail."""
    person.page.goto("/mein-bereich/")
    person.check()
    person.write("email", address)
    person.press("Mail anfordern")
    person.check()
    person.write("code", re.search(r"\b(\d{6})\b", mails.take(address, "Ihr Code ist"))[1])
    person.press("Anmelden")
