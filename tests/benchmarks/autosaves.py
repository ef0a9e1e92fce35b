"""Many people write at once: each sends a section again and again, as the script of the page does."""

import http.client
import json
import statistics
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from urllib.parse import urlencode

TOKEN = "a" * 32
# So many requests are on their way at most.
AT_ONCE = 64
TEXT = "In drei Wohngebieten fehlten Orte, an denen man sich ohne Anlass trifft. " * 20


class Writer:
    """One person at a draft, on a kept connection."""

    def __init__(self, port: int, path: str, token: str, session: str) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        self.path, self.token, self.count = path, token, 0
        self.headers = {
            "Host": f"127.0.0.1:{port}",
            "Cookie": f"sessionid={session}; csrftoken={TOKEN}",
            "X-CSRFToken": TOKEN,
            "X-Requested-With": "autosave",
            "Content-Type": "application/x-www-form-urlencoded",
        }

    def save(self) -> None:
        """One more sentence; whatever is not saved is an error."""
        self.count += 1
        body = urlencode({"token": self.token, "situation": f"{TEXT}{self.count}"})
        try:
            self.connection.request("POST", self.path, body, self.headers)
        except (BrokenPipeError, ConnectionResetError):  # the server closes connections that rest
            self.connection.close()
            self.connection.request("POST", self.path, body, self.headers)
        answer = self.connection.getresponse()
        said = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"an autosave was answered with {answer.status}: {said[:200]!r}")
        self.token = json.loads(said)["token"]


def burst(writers: list[Writer], seconds: float) -> tuple[float, float]:
    """Everybody as fast as they are answered: saves a second, and the milliseconds of nineteen of twenty."""
    until = time.perf_counter() + seconds

    def keep_writing(writer: Writer) -> Iterator[float]:
        while (start := time.perf_counter()) < until:
            writer.save()
            yield start

    took, times = at_once([partial(keep_writing, writer) for writer in writers])
    return len(times) / took, statistics.quantiles(times, n=20)[-1]


def paced(writers: list[Writer], rate: float) -> tuple[float, float]:
    """Everybody once, so many a second, whoever is still waiting: seconds until the last is answered, and the
    milliseconds of nineteen of twenty, from the moment a save was due.
    """
    due, start = iter(enumerate(writers)), time.perf_counter() + 0.1
    hold = threading.Lock()

    def take_turns() -> Iterator[float]:
        while True:
            with hold:
                number, writer = next(due, (0, None))
            if writer is None:
                return
            moment = start + number / rate
            time.sleep(max(0.0, moment - time.perf_counter()))
            writer.connection.close()  # nobody's rests that long
            writer.save()
            yield moment

    took, times = at_once([take_turns] * AT_ONCE)
    return took, statistics.quantiles(times, n=20)[-1]


def at_once(deeds: list[Callable[[], Iterator[float]]]) -> tuple[float, list[float]]:
    """Runs them in threads; each says for every save since when it lasted. One that fails ends the benchmark."""
    times: list[float] = []
    failed: list[Exception] = []

    def run(deed: Callable[[], Iterator[float]]) -> None:
        try:
            for since in deed():
                times.append((time.perf_counter() - since) * 1000)
        except Exception as error:
            failed.append(error)

    start = time.perf_counter()
    threads = [threading.Thread(target=run, args=[deed]) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failed:
        raise failed[0]
    return time.perf_counter() - start, times
