"""Every state of the portal, on every screen: no barrier that axe finds, by day, by night and on a telephone."""

import json
import subprocess
import sys
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.journeys.conftest import ROOT

MAKE = "from tests.journeys.portal_states import make; make()"
CASE = "/mein-bereich/beispiel/{%s}/"
SECTIONS = (
    "worum", "einordnung", "anlass", "vorgehen", "aufwand", "wirkung", "lernen", "zitat", "bilder", "kontakt",
    "erklaerung",
)  # fmt: skip
LOOKS = (("light", 1280), ("dark", 1280), ("light", 320))


@pytest.fixture(scope="module")
def made(site, environment) -> dict[str, str]:
    """Keys, links and sessions of what was prepared."""
    command = [sys.executable, "manage.py", "shell", "-v", "0", "-c", MAKE]
    ran = subprocess.run(command, cwd=ROOT, env=environment, check=True, timeout=300, capture_output=True, text=True)
    return json.loads(ran.stdout.splitlines()[-1])


@pytest.fixture
def window(visit, site, made):
    """A window in which this person is signed in; nobody without a name."""

    def open_window(who: str) -> Page:
        page = visit()
        if who:
            page.context.add_cookies([{"name": "sessionid", "value": made[who], "url": site}])
        return page

    return open_window


def look(page: Page) -> None:
    """In every look of the same page."""
    for scheme, width in LOOKS:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 800})
        results = Axe().run(page)
        assert results.violations_count == 0, f"{scheme}, {width} px: {results.generate_report()}"
        if "/admin/" not in page.url:
            assert page.evaluate("document.documentElement.scrollWidth") <= width


SCREENS = {
    "sign in": ("", "/mein-bereich/"),
    "password": ("", "/mein-bereich/anmelden/passwort/"),
    "link too old": ("", "/mein-bereich/anmelden/alt/"),
    "invitation": ("", "{guest}"),
    "invitation that is none": ("", "/mein-bereich/einladung/keine/"),
    "access": ("", "/mein-bereich/zugang/"),
    "freshness": ("", "{frische}"),
    "conversation": ("", "{gespraech}"),
    "overview": ("kommune", "/mein-bereich/"),
    "team": ("kommune", "/mein-bereich/kommune/{town}/"),
    "own data": ("kommune", "/mein-bereich/konto/"),
    "empty draft": ("kommune", CASE % "empty"),
    **{f"section {name}": ("kommune", f"{CASE % 'empty'}{name}/") for name in SECTIONS},
    "section with a question": ("kommune", f"{CASE % 'asked'}anlass/"),
    "closed section": ("kommune", f"{CASE % 'submitted'}anlass/"),
    "checklist red": ("kommune", f"{CASE % 'empty'}einreichen/"),
    "checklist amber": ("kommune", f"{CASE % 'complete'}einreichen/"),
    "submitted": ("kommune", CASE % "submitted"),
    "questions": ("kommune", CASE % "asked"),
    "changes": ("kommune", f"{CASE % 'asked'}aenderungen/"),
    "released": ("kommune", CASE % "released"),
    "preview": ("kommune", f"{CASE % 'complete'}vorschau/"),
    "published": ("kommune", CASE % "online"),
    "withdraw": ("kommune", f"{CASE % 'online'}zurueckziehen/"),
    "delete": ("kommune", f"{CASE % 'empty'}zurueckziehen/"),
    "academy: municipalities": ("akademie", "/admin/kommunen/"),
    "academy: invite": ("akademie", "/admin/kommunen/{edition}/einladen/"),
    "academy: review": ("akademie", "/admin/pages/{submitted}/abschnitte/"),
    "academy: asked": ("akademie", "/admin/pages/{asked}/abschnitte/"),
}


@pytest.mark.parametrize("name", SCREENS)
def test_no_barrier_on_this_screen(window, made, name):
    who, path = SCREENS[name]
    page = window(who)
    page.goto(path.format(**made))
    expect(page.locator("h1, .w-header__title, [aria-current=page]").first).to_be_attached()
    look(page)


def wrong_code(page: Page, made: dict) -> None:
    """Six digits that are not those of the mail."""
    page.goto("/mein-bereich/")
    page.locator("[name=email]").fill("kommune2@example.org")
    page.get_by_role("button", name="Mail anfordern").click()
    page.locator("[name=code]").fill("000000")
    page.get_by_role("button", name="Anmelden").click()
    expect(page.get_by_role("alert")).to_be_visible()


def not_submitted(page: Page, made: dict) -> None:
    """Submitted with something missing."""
    page.goto((CASE % "empty").format(**made) + "bilder/")
    address, token = (CASE % "empty").format(**made) + "einreichen/", page.locator("[name=csrfmiddlewaretoken]").first
    answer = page.request.post(
        address, form={"csrfmiddlewaretoken": token.get_attribute("value")}, headers={"Referer": page.url}
    )
    assert answer.status == 422
    page.set_content(answer.text(), wait_until="load")


def no_picture(page: Page, made: dict) -> None:
    """A text file in the place of a picture."""
    page.goto((CASE % "empty").format(**made) + "bilder/")
    page.locator("[type=file]").first.set_input_files({"name": "a.jpg", "mimeType": "image/jpeg", "buffer": b"Text"})
    page.get_by_role("button", name="Hochladen").first.click()
    expect(page.get_by_text("kein Bild").first).to_be_visible()


def without_reason(page: Page, made: dict) -> None:
    """Asked for a withdrawal, and gave no reason."""
    page.goto((CASE % "online").format(**made) + "zurueckziehen/")
    page.locator("[name=reason]").fill(" ")
    page.get_by_role("button", name="bitten").click()
    expect(page.get_by_role("alert")).to_be_visible()


def expired(page: Page, made: dict) -> None:
    """Saved by hand after the login has expired: the text is still there."""
    page.route("**/static/js/**", lambda route: route.abort())
    page.goto((CASE % "complete").format(**made) + "anlass/")
    page.locator("[name=situation]").fill("Zwölf Bänke wandern durch die Stadt.")
    page.context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Speichern").first.click()
    expect(page.locator("main")).to_contain_text("Zwölf Bänke wandern durch die Stadt.")


STEPS: dict[str, tuple[str, Callable[[Page, dict], None]]] = {
    "wrong code": ("", wrong_code),
    "not submitted": ("kommune", not_submitted),
    "no picture": ("kommune", no_picture),
    "without a reason": ("kommune", without_reason),
    "login expired": ("kommune", expired),
}


@pytest.mark.parametrize("name", STEPS)
def test_no_barrier_after_this_step(window, made, name):
    who, step = STEPS[name]
    page = window(who)
    step(page, made)
    look(page)
