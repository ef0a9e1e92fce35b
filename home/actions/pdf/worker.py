"""The press, a process of its own: HTML in, PDF out, files only by asking.  python -m home.actions.pdf.worker"""

import contextlib
import gc
import os
import select
import sys
import traceback
from functools import partial
from importlib import import_module
from typing import BinaryIO

from .limits import confine, start_clock
from .protocol import receive, send

# Goes home after so long without work, or after so many documents.
IDLE_SECONDS = 600
DOCUMENTS = 200


def main() -> int:
    """Prints one document after the other until nobody wants one any more."""
    inbox, outbox = streams()
    confine()
    try:
        typesetting = import_module("home.actions.pdf.typesetting")
    except OSError as error:
        send(outbox, {"kind": "missing", "why": str(error)})
        return 0
    collect_rarely()
    send(outbox, {"kind": "ready"})
    with contextlib.suppress(EOFError, BrokenPipeError):
        for _document in range(DOCUMENTS):
            if not select.select([inbox], [], [], IDLE_SECONDS)[0] or not printed(typesetting, inbox, outbox):
                break
    return 0


def collect_rarely() -> None:
    """Nearly all objects of a document live to its end: looking for others takes a fifth of its time."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def streams() -> tuple[BinaryIO, BinaryIO]:
    """Input and output for frames only; whatever a library prints goes to the error output."""
    outbox = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return os.fdopen(0, "rb"), outbox


def printed(typesetting: object, inbox: BinaryIO, outbox: BinaryIO) -> bool:
    """Makes one document; False when this process had better end."""
    job, html = receive(inbox)
    start_clock(job["cpu_seconds"])
    try:
        ask = partial(ask_for, inbox, outbox)
        data, signs = typesetting.typeset(html.decode(), job["address"], tuple(job["sheets"]), ask)
    except (EOFError, BrokenPipeError):
        raise
    except MemoryError:
        send(outbox, {"kind": "too large", "why": "memory"})
        return False
    except Exception:
        send(outbox, {"kind": "failed", "why": traceback.format_exc()[-4000:]})
        return True
    send(outbox, {"kind": "done", "signs": sorted(signs)}, data)
    return True


def ask_for(inbox: BinaryIO, outbox: BinaryIO, url: str) -> tuple[str, bytes]:
    """Type and content of a file that the site grants; ValueError where it does not."""
    send(outbox, {"kind": "fetch", "url": url})
    answer, content = receive(inbox)
    if "refused" in answer:
        raise ValueError(f"not loaded ({answer['refused']})")
    return answer["type"], content


if __name__ == "__main__":
    sys.exit(main())
