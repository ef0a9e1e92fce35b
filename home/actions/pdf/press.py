"""The site's side of the press: hands a document in, grants files, takes the PDF or the reason why there is none."""

import logging
import threading
from functools import cache

from .document import TooLarge
from .fetcher import OwnFiles, Reader
from .machine import Machine, Missing
from .mounts import own_mounts
from .sheets import sheet_files

__all__ = ["Busy", "Failed", "Missing", "Mounts", "Press"]

log = logging.getLogger(__name__)

Mounts = dict[str, Reader]

# A thread waits so long for the document of another one.
PATIENCE_SECONDS = 4.0
# Processor time for one document.
CPU_SECONDS = 30


class Busy(Exception):  # noqa: N818
    """Others are making PDFs; ask again in a moment."""


class Failed(Exception):  # noqa: N818
    """The press could not make this document."""


class Gone(Exception):  # noqa: N818
    """The press had gone home before it took the document."""


class Press:
    """One machine, one document at a time; safe for threads."""

    def __init__(self) -> None:
        self.turn = threading.Lock()
        self.machine: Machine | None = None

    def typeset(self, html: str, address: str, mounts: Mounts | None = None) -> bytes:
        """The PDF of a whole HTML document; `address` resolves relative links, `mounts` is where pictures may be."""
        if not self.turn.acquire(timeout=PATIENCE_SECONDS):
            raise Busy
        mounts = mounts or own_mounts()
        try:
            return self.made(html, address, mounts)
        except Gone:
            return self.made(html, address, mounts)
        finally:
            self.turn.release()

    def start(self) -> Machine:
        """The machine, warm or new."""
        if self.machine is None or not self.machine.usable:
            self.machine = Machine()
        return self.machine

    def made(self, html: str, address: str, mounts: Mounts) -> bytes:
        """One document on one machine, which is thrown away when it breaks."""
        machine = self.start()
        try:
            with machine.watched():
                return conversation(machine, html, address, mounts)
        except (EOFError, OSError) as error:
            self.machine = None
            raise end_of(machine) from error
        except Failed:
            raise
        except BaseException:  # in the middle of a conversation it is of no use any more
            self.machine = None
            machine.stop()
            raise


def conversation(machine: Machine, html: str, address: str, mounts: Mounts) -> bytes:
    """Answers the machine's questions until it is done."""
    files = OwnFiles(mounts)
    machine.say({"address": address, "sheets": sheets(), "cpu_seconds": CPU_SECONDS}, html.encode())
    while True:
        message, content = machine.hear()
        if message["kind"] == "fetch":
            grant(machine, files, message["url"])
        elif message["kind"] == "done":
            if signs := message["signs"]:
                log.warning("No installed font shows: %s", " ".join(f"U+{ord(sign):04X}" for sign in signs))
            return content
        elif message["kind"] == "too large":
            raise TooLarge
        else:
            raise Failed(message["why"])


def grant(machine: Machine, files: OwnFiles, url: str) -> None:
    """Hands out one file, or the reason why not."""
    try:
        kind, content = files.fetch(url)
    except ValueError as error:
        machine.say({"refused": str(error)})
    else:
        machine.say({"type": kind}, content)


def end_of(machine: Machine) -> Exception:
    """Why the machine stopped: idle, on a busy computer, or beyond its limits."""
    code = machine.stop()
    if code == 0:
        return Gone()
    if machine.overdue:
        log.warning("The press was ended by the clock: this computer is too busy")
        return Busy()
    log.warning("The press was ended beyond its limits (%s)", code)
    return TooLarge()


@cache
def sheets() -> list[str]:
    """The text of the stylesheets."""
    return [file.read_text() for file in sheet_files()]
