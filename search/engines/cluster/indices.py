"""The indices behind the name: one answers; while a new one is built, both are written to."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from uuid import uuid4

from ..base import EngineAway
from .connection import Connection
from .refusals import Refused

AT_ONCE = 250
NOT_THERE, EXISTS = 404, 409
WRITE_SECONDS, BUILD_SECONDS = 10.0, 60.0


class Indices:
    """Writes documents and swaps indices."""

    def __init__(self, connection: Connection, name: str) -> None:
        self.connection, self.name, self.next = connection, name, f"{name}-next"

    def behind(self, alias: str, seconds: float = WRITE_SECONDS) -> list[str]:
        """The indices behind an alias."""
        try:
            return list(self.connection.ask("GET", f"/_alias/{alias}", seconds=seconds))
        except Refused as refusal:
            if refusal.status == NOT_THERE:
                return []
            raise

    def create(self, body: dict, alias: str) -> str:
        """A new, empty index that can be found as `alias`."""
        index = f"{self.name}-{uuid4().hex[:12]}"
        self.connection.ask("PUT", f"/{index}", body | {"aliases": {alias: {}}}, BUILD_SECONDS)
        return index

    def write(self, records: Iterable[dict]) -> None:
        """Puts records into the index that answers, and into the one being built."""
        self.bulk(self.targets(), ({"index": record} for record in records), refresh=True)

    def remove(self, keys: Iterable[int]) -> None:
        """Takes records out of both."""
        self.bulk(self.targets(), ({"delete": {"key": key}} for key in keys), refresh=True)

    def targets(self) -> list[str]:
        """Where writing goes."""
        return [*self.behind(self.name), *self.behind(self.next)]

    def bulk(self, targets: list[str], deeds: Iterable[dict], refresh: bool = False) -> int:
        """Does many deeds at once, all or an error; returns how many."""
        rest, count = iter(deeds), 0
        while batch := list(islice(rest, AT_ONCE)):
            for index in targets:
                lines = [line for deed in batch for line in bulk_lines(deed)]
                path = f"/{index}/_bulk" + ("?refresh=true" if refresh else "")
                check(self.connection.ask("POST", path, lines, BUILD_SECONDS))
            count += len(batch)
        return count

    @contextmanager
    def rebuilding(self, body: dict) -> Iterator[str]:
        """A new index beside the present one; swapped in one deed at the end, thrown away on failure."""
        for left_over in self.behind(self.next):
            self.drop(left_over)
        index = self.create(body, self.next)
        try:
            yield index
            self.merge(index)
            self.connection.ask("POST", f"/{index}/_refresh", seconds=BUILD_SECONDS)
            self.swap(index)
        except BaseException:
            self.drop(index)
            raise

    def merge(self, index: str) -> None:
        """Makes one piece of the many in which an index was written: each question looks into every piece.

        One that is too large to be ready in time goes on merging; one that is not merged answers as well, but later.
        """
        with suppress(EngineAway, Refused):
            self.connection.ask("POST", f"/{index}/_forcemerge?max_num_segments=1", seconds=BUILD_SECONDS)

    def swap(self, index: str) -> None:
        """The new index answers, the old one is gone: one deed of the cluster."""
        old = [{"remove_index": {"index": other}} for other in self.behind(self.name)]
        new = [{"add": {"index": index, "alias": self.name}}, {"remove": {"index": index, "alias": self.next}}]
        self.connection.ask("POST", "/_aliases", {"actions": [*new, *old]}, BUILD_SECONDS)

    def drop(self, index: str) -> None:
        """Throws an index away."""
        try:
            self.connection.ask("DELETE", f"/{index}", seconds=WRITE_SECONDS)
        except (Refused, EngineAway):
            return


def bulk_lines(deed: dict) -> list[dict]:
    """A deed in the format of the bulk interface."""
    [(action, record)] = deed.items()
    head = {action: {"_id": str(record["key"])}}
    return [head] if action == "delete" else [head, record]


def check(answer: dict) -> None:
    """Raises when a deed failed; what is gone already, or newer already, did not."""
    if not answer.get("errors"):
        return
    for item in answer["items"]:
        [(_action, done)] = item.items()
        if done["status"] in {429, 503}:
            raise EngineAway(str(done.get("error")))
        if done["status"] not in {NOT_THERE, EXISTS} and done["status"] >= 300:  # noqa: PLR2004
            raise Refused(done["status"], str(done.get("error")))
