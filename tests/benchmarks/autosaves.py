"""Many people write at once: each sends a section again and again, as the script of the page does."""

import http.client
import json
import statistics
import threading
import time
from urllib.parse import urlencode

TOKEN = "a" * 32
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
    """Saves a second, and the milliseconds within which nineteen of twenty were answered."""
    times: list[float] = []
    failed: list[Exception] = []
    until = time.perf_counter() + seconds

    def keep_writing(writer: Writer) -> None:
        while time.perf_counter() < until and not failed:
            start = time.perf_counter()
            try:
                writer.save()
            except Exception as error:
                failed.append(error)
                return
            times.append((time.perf_counter() - start) * 1000)

    start = time.perf_counter()
    threads = [threading.Thread(target=keep_writing, args=(writer,)) for writer in writers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failed:
        raise failed[0]
    return len(times) / (time.perf_counter() - start), statistics.quantiles(times, n=20)[-1]
