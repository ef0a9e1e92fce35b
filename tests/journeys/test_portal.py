"""From an invitation to a published case study, as a colleague in a town hall does it in twenty minutes."""

import re
import subprocess
import sys
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.journeys.academy import approve, ask, invite
from tests.journeys.conftest import ROOT
from tests.journeys.town_hall import MODES, Mailbox, Person, sign_in

EDITION, QUESTION = "Erste Runde", "Wie viele Menschen kamen?"
TOWNS = {"keyboard": "Rabenfeld", "320 px": "Ottersbronn", "without script": "Amselbronn"}
LONG = "Zwölf Bänke wandern durch die Stadt, von Straße zu Straße, und überall setzt sich jemand dazu."
ANSWERS = {
    "worum": {"lead": "Zwölf Bänke, die man ausleihen kann.", "starts_on": "05.2024", "ends_on": "10.2024"},
    "einordnung": {"method_suggestion": "Werkstatt auf der Straße"},
    "anlass": {"situation": LONG, "goals": "Sich begegnen"},
    "vorgehen": {"approach": LONG, "partners-0-name": "Bauhof"},
    "aufwand": {},
    "wirkung": {"results": LONG},
    "lernen": {"pitfalls": "Im Winter will niemand sitzen.", "tips": "Klein anfangen."},
    "kontakt": {"contact": "Stabsstelle Beteiligung", "contact_email": "beteiligung@rathaus.example"},
    "erklaerung": {},
}
# In the order of the page, as the keyboard meets them.
BEFORE = {"einordnung": ["main_subject", "target_groups"], "aufwand": ["cost_band"]}
AFTER = {
    "einordnung": ["level", "form", "open_to_all"],
    "aufwand": ["staff_hours"],
    "erklaerung": ["declared_true", "declared_released", "declared_rights", "declared_privacy"],
}
MAKE_STALE = """
from datetime import timedelta
from django.utils import timezone
from programs.portal.models import Case
Case.objects.filter(page_id={key}).update(fresh_at=timezone.now() - timedelta(days=366))
"""


@pytest.fixture
def manage(site, environment):
    """A command of the running demo."""

    def run(*words: str) -> None:
        subprocess.run([sys.executable, "manage.py", *words], cwd=ROOT, env=environment, check=True, timeout=300)

    return run


def fill(person: Person, case: str, title: str) -> None:
    """Answers all that is needed, section by section."""
    for section, answers in ANSWERS.items():
        person.page.goto(f"{case}{section}/")
        if section == "worum":
            person.write("title", title)
        for name in BEFORE.get(section, []):
            person.choose(name)
        for name, text in answers.items():
            person.write(name, text)
        for name in AFTER.get(section, []):
            person.choose(name)
        person.check()
        person.press("Speichern und")
        expect(person.page.locator(".portal-messages")).to_contain_text("Gespeichert um")


def add_picture(person: Person, case: str) -> None:
    """Uploads one, and says what has to be known of it."""
    out = BytesIO()
    Image.new("RGB", (1600, 1200), "#3465a4").save(out, "JPEG")
    person.page.goto(f"{case}bilder/")
    person.page.set_input_files(
        "#datei-pictures", {"name": "bank.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}
    )
    person.press("Hochladen")
    person.write("pictures-0-alt", "Eine Bank am Markt")
    person.write("pictures-0-credit", "Foto: Stadt")
    person.choose("pictures-0-licence")
    person.check()
    person.press("Speichern und")
    expect(person.page.locator(".portal-messages")).to_contain_text("Gespeichert um")


def begin(person: Person, mails: Mailbox, desk, address: str) -> str:
    """From the invitation to the draft; the address of the draft."""
    invite(desk, EDITION, TOWNS[person.mode], address)
    person.page.goto(mails.link(address, "bis"))
    person.check()
    person.press("Annehmen")
    person.check()
    assert person.page.url in mails.take(address, "Ihr Entwurf")
    return person.page.url


def reply(person: Person, case: str) -> None:
    """The municipality answers and submits again."""
    person.page.goto(case)
    person.check()
    person.press(QUESTION)
    person.write("answer", "Etwa vierzig.")
    person.press("Antworten")
    person.check()
    person.page.goto(f"{case}einreichen/")
    person.press("Jetzt einreichen")


@pytest.mark.parametrize("mode", MODES)
def test_from_the_invitation_to_readers_and_a_year_later(visit, signed_in, mails, manage, mode):
    box, title = Mailbox(mails), f"Wanderbänke {mode}"
    address = f"{TOWNS[mode].lower()}@example.org"
    person, academy = Person(visit(**MODES[mode]), mode), signed_in("akademie")
    case = begin(person, box, academy, address)
    key = re.search(r"/beispiel/(\d+)/", case)[1]
    fill(person, case, title)
    add_picture(person, case)
    person.page.goto(f"{case}einreichen/")
    person.check()
    person.press("Jetzt einreichen")
    expect(person.page.locator(".portal-state").first).to_have_text("in Prüfung")
    person.check()
    assert "ist angekommen" in box.take(address, title)

    ask(academy, key, QUESTION)
    assert QUESTION in box.take(address, "haben Fragen")
    reply(person, case)
    expect(person.page.locator(".portal-state").first).to_have_text("in Prüfung")
    for editor in (academy, signed_in("ministerium")):
        approve(editor, key, "Etwa vierzig.")
    person.page.goto(case)
    expect(person.page.locator(".portal-state").first).to_have_text("online")
    person.check()
    person.press("Online lesen")
    expect(person.page.locator("h1")).to_have_text(title)

    manage("shell", "-v", "0", "-c", MAKE_STALE.format(key=key))
    manage("send_reminders")
    person.page.goto(box.link(address, "Stand"))
    person.check()
    person.press("Stimmt noch")
    expect(person.page.locator("h1")).to_have_text("Vielen Dank")
    person.check()


def test_what_was_typed_survives_a_killed_browser(visit, mails):
    box = Mailbox(mails)
    first = Person(visit(), "keyboard")
    sign_in(first, box, "kommune2@example.org")
    first.press("Neues Praxisbeispiel")
    case = first.page.url
    first.page.goto(f"{case}anlass/")
    first.write("situation", LONG)
    expect(first.page.locator("[data-status]")).to_contain_text("Gespeichert")
    first.page.context.close()
    other = Person(visit(width=320, height=700), "320 px")
    sign_in(other, box, "kommune2@example.org")
    other.page.goto(f"{case}anlass/")
    expect(other.page.locator("[name=situation]")).to_have_value(LONG)


def test_a_button_pressed_while_a_save_is_on_its_way_is_no_second_person(visit, mails):
    person = Person(visit(), "mouse")
    sign_in(person, Mailbox(mails), "kommune@example.org")
    person.press("Neues Praxisbeispiel")
    person.page.goto(f"{person.page.url}anlass/")

    def slowly(route) -> None:
        """The answer to the first save takes long; meanwhile the person types on and presses the button."""
        answer = route.fetch()
        person.page.wait_for_timeout(1500)
        route.fulfill(response=answer)

    person.page.route("**/anlass/", slowly, times=1)
    with person.page.expect_request(lambda request: request.method == "POST"):
        person.write("situation", "Erst ein Satz.")
    person.page.locator("[name=situation]").press_sequentially(" Dann noch einer.")
    person.press("Speichern und")
    expect(person.page.locator(".portal-messages")).to_contain_text("Gespeichert um")
    person.press("Zurück")
    expect(person.page.locator("[name=situation]")).to_have_value("Erst ein Satz. Dann noch einer.")


def test_two_people_in_one_section_see_both_texts(visit, mails):
    windows = [Person(visit(), "mouse") for _window in range(2)]
    box = Mailbox(mails)
    sign_in(windows[0], box, "kommune@example.org")
    windows[0].press("Neues Praxisbeispiel")
    case = windows[0].page.url
    sign_in(windows[1], box, "kommune@example.org")
    for window in windows:
        window.page.goto(f"{case}anlass/")
    windows[0].write("situation", "Der eine Text")
    expect(windows[0].page.locator("[data-status]")).to_contain_text("Gespeichert")
    windows[1].write("situation", "Der andere Text")
    expect(windows[1].page.locator("[data-status]")).to_contain_text("auch geändert")
    windows[1].press("Speichern und")
    expect(windows[1].page.locator("[name=situation]")).to_have_value("Der andere Text")
    expect(windows[1].page.locator(".portal-theirs")).to_contain_text("Der eine Text")
    windows[1].check()
