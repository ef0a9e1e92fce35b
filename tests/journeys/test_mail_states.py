"""The mail form when something is in the way: an old page, a busy press, no mail server, too many mails."""

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.cache.backends.filebased import FileBasedCache
from playwright.sync_api import Browser, Page, expect

from tests.servers.server import free_port, running

from .test_actions import RIPE_MILLISECONDS, at
from .test_reading import MODES, address

PATIENCE = 90_000


@pytest.fixture
def counters(environment: dict[str, str], site: str) -> Iterator[FileBasedCache]:
    """The demo's cache, without what earlier journeys counted."""
    cache = FileBasedCache(f"{environment['AUSHANG_DATA_DIR']}/cache", {})
    cache.clear()
    yield cache
    cache.clear()


@pytest.fixture
def without_mail_server(environment: dict[str, str], site: str) -> Iterator[str]:
    """The same site, served by a process whose mail server does not answer."""
    port = free_port()
    told = {name: value for name, value in environment.items() if name.startswith(("AUSHANG_", "DJANGO_"))}
    told["EMAIL_URL"] = f"smtp://127.0.0.1:{free_port()}"
    server = [str(Path(sys.executable).parent / "gunicorn"), "aushang.wsgi", "--bind", f"127.0.0.1:{port}"]
    options = ["--threads", "2", "--no-control-socket", "--log-level", "error"]
    with running(["env", *(f"{name}={value}" for name, value in told.items()), *server, *options], port):
        yield f"http://127.0.0.1:{port}"


def filled(page: Page, recipient: str = "a@example.org") -> None:
    """Fills the form in."""
    for field, text in {"recipient": recipient, "name": "Ada", "sender": "ada@example.org"}.items():
        page.locator(f"[name={field}]").fill(text)


def sent(page: Page) -> None:
    """Sends it when it is old enough."""
    page.wait_for_timeout(RIPE_MILLISECONDS)
    page.get_by_role("button", name="Nachricht senden").click()


def assert_refused(page: Page, sentence: str) -> None:
    """The sentence stands in the summary, and what was typed is kept."""
    expect(page.get_by_role("alert")).to_contain_text(sentence, timeout=PATIENCE)
    expect(page.locator("[name=sender]")).to_have_value("ada@example.org")


def assert_no_barrier(page: Page) -> None:
    """Axe finds nothing in any mode, and nothing has to be scrolled sideways."""
    for mode in MODES.values():
        page.emulate_media(color_scheme=mode.get("color_scheme", "light"))
        page.set_viewport_size({"width": mode.get("width", 1280), "height": 900})
        results = Axe().run(page)
        assert results.violations_count == 0, results.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_form_that_does_not_belong_to_the_article(visit, mail_form):
    page = visit()
    at("senden/")(page)
    filled(page)
    page.locator("[name=ticket]").evaluate("field => { field.value = 'x' }")
    sent(page)
    assert_refused(page, "gehört nicht zu diesem Artikel")
    assert_no_barrier(page)


def test_a_pdf_while_the_press_is_busy(visit, mail_form, counters, environment):
    page = visit()
    at("")(page)
    number = re.search(r"/a/(\d+)/", page.content())[1]
    shutil.rmtree(f"{environment['AUSHANG_DATA_DIR']}/private/pdf/{number}", ignore_errors=True)
    for slot in range(2):
        counters.set(f"pdf.slot.{slot}", 1, 600)
    at("senden/")(page)
    filled(page)
    page.get_by_label("PDF").check()
    sent(page)
    assert_refused(page, "gerade kein PDF")
    assert_no_barrier(page)


@pytest.mark.parametrize("script", [True, False])
def test_a_mail_server_that_does_not_answer(browser: Browser, mail_form, counters, without_mail_server, script):
    context = browser.new_context(base_url=without_mail_server, locale="de-DE", java_script_enabled=script)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(address(page, "article") + "senden/")
    filled(page)
    sent(page)
    assert_refused(page, "konnte nicht versandt werden")
    if script:
        assert_no_barrier(page)
    context.close()


def test_too_many_mails_to_one_person(visit, mail_form, counters):
    page = visit()
    for _mail in range(4):
        at("senden/")(page)
        filled(page, "viele@example.org")
        sent(page)
        expect(page.locator("[autofocus]")).to_be_visible(timeout=PATIENCE)
    assert_refused(page, "zu viele Nachrichten")
    assert_no_barrier(page)
