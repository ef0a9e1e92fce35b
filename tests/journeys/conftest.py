"""One running demo and one browser for all journeys."""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, StorageState, expect, sync_playwright

from tests.journeys.browser import OPTIONS, chromium
from tests.journeys.mail_switch import mail_form_for
from tests.servers.server import free_port, own_folder

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 420


@pytest.fixture(autouse=True)
def own_media():
    """The journeys use the demo's files, not a test's."""


@pytest.fixture(scope="session")
def mails(tmp_path_factory) -> Path:
    """The folder into which the demo writes its mails."""
    return tmp_path_factory.mktemp("mails")


@pytest.fixture(scope="session")
def environment(mails: Path) -> Iterator[dict[str, str]]:
    """The variables of the demo, with a port, a data folder and a mailbox of its own."""
    port = free_port()
    with own_folder() as folder:
        found = os.environ | {"PORT": str(port), "AUSHANG_DATA_DIR": str(folder)}
        found |= {"EMAIL_URL": f"filemail:///{mails}", "DJANGO_SETTINGS_MODULE": "aushang.settings.demo"}
        yield found | {"AUSHANG_BASE_URL": f"http://127.0.0.1:{port}"}


@pytest.fixture(scope="session")
def site(environment: dict[str, str]) -> Iterator[str]:
    """The address of the demo, started as `make demo` starts it, on a fresh data folder."""
    demo = subprocess.Popen(["sh", "site/run/demo.sh"], cwd=ROOT, env=environment, start_new_session=True)
    wait_for(int(environment["PORT"]), demo)
    yield environment["AUSHANG_BASE_URL"]
    demo.send_signal(signal.SIGTERM)
    demo.wait(timeout=30)


def wait_for(port: int, process: subprocess.Popen) -> None:
    """Until the demo answers."""
    for _attempt in range(START_SECONDS * 4):
        if process.poll() is not None:
            pytest.fail(f"the demo ended with {process.returncode}")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.25)
    pytest.fail("the demo did not answer in time")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium; patient, because a small machine may start slowly."""
    expect.set_options(timeout=60_000)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=OPTIONS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def mail_form(browser: Browser, site: str) -> Iterator[None]:
    """The mail form, switched on for everybody, as an administrator does it."""
    mail_form_for(browser, site, "everybody")
    yield
    mail_form_for(browser, site, "off")


@pytest.fixture
def visit(browser: Browser, site: str):
    """Opens a window of its own: `visit(width=320, color_scheme="dark", java_script_enabled=False)`."""
    contexts = []

    def open_window(width: int = 1280, height: int = 900, **options) -> Page:
        context = browser.new_context(
            base_url=site, viewport={"width": width, "height": height}, locale="de-DE", **options
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(120_000)
        return page

    yield open_window
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def cookies() -> dict[str, StorageState]:
    """What the browser keeps of those who have signed in already."""
    return {}


@pytest.fixture
def signed_in(visit, cookies):
    """A window in which this person of the demo is signed in to the admin; each types the password once."""

    def open_window(username: str, **options) -> Page:
        page = visit(storage_state=cookies.get(username), **options)
        page.goto("/admin/")
        if "/login/" in page.url:
            page.locator("#id_username").fill(username)
            page.locator("#id_password").fill("aushang-demo")
            page.get_by_role("button", name="Anmelden").click()
            page.wait_for_url("**/admin/")
            cookies[username] = page.context.storage_state()
        return page

    return open_window
