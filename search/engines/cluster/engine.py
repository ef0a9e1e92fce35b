"""The engine of a search cluster. It plans questions like the embedded ones, so that both answer alike."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from ...documents import SearchDoc
from ...language import Language, language
from ...query import SearchQuery
from ..base import Answer, Capability, EngineAway, Health, Scope
from ..plan import Planner
from ..vocabulary import Vocabulary
from . import analysis, bodies, reading
from .address import ClusterAddress
from .asking import Asking
from .beside import NotPublic, named, require_public, without
from .connection import Connection
from .indices import Indices
from .limit import Limit
from .mapping import mapping
from .records import record
from .refusals import Refused

DIGESTS_AT_ONCE = 2000
SOME = {"size": 0, "terminate_after": 1, "track_total_hits": 1}


class Cluster:
    """Asks a cluster; raises EngineAway when it does not answer within the limit."""

    name = "cluster"
    # Words are completed by the index in the database: they are its words, and it knows what is public now.
    capabilities = frozenset(set(Capability) - {Capability.LIVE_PAGES, Capability.TERMS})

    def __init__(self, address: ClusterAddress, shards: int = 1, replicas: int = 1, seconds: float = 1.5) -> None:
        self.address, self.shards, self.replicas, self.seconds = address, shards, replicas, seconds
        self.limit = Limit(seconds)

    @cached_property
    def connection(self) -> Connection:
        """Made when first needed: processes that fork afterwards share nothing."""
        return Connection(self.address)

    @cached_property
    def indices(self) -> Indices:
        """The indices with our prefix."""
        return Indices(self.connection, self.address.prefix)

    # Writing.

    def index(self, documents: Iterable[SearchDoc]) -> None:
        """Writes documents; the first one makes the index."""
        words = language()
        with understood_as_away():
            if not self.indices.behind(self.address.prefix):
                self.indices.create(self.definition(words), self.address.prefix)
            self.indices.write(record(document, words) for document in documents)

    def remove(self, keys: Iterable[int]) -> None:
        """Forgets documents."""
        with understood_as_away():
            self.indices.remove(keys)

    def rebuild(self, documents: Iterable[SearchDoc]) -> int:
        """Fills a new index and swaps; what was saved into it meanwhile is newer and stays."""
        words = language()
        with understood_as_away(), self.indices.rebuilding(self.definition(words)) as index:
            return self.indices.bulk([index], ({"create": record(document, words)} for document in documents))

    def definition(self, words: Language) -> dict:
        """Settings and fields of a new index."""
        settings = analysis.settings(words.analyser.splitter.forms, words.groups, self.shards, self.replicas)
        return {"settings": settings, "mappings": mapping(words.version)}

    # Asking.

    def search(self, query: SearchQuery, scope: Scope) -> Answer:
        """Once more if something answered that nobody may read: nothing is said or decided with its help."""
        try:
            return self.found(query, scope)
        except NotPublic as late:
            return self.found(query, without(scope, late.keys))

    def found(self, query: SearchQuery, scope: Scope) -> Answer:
        """What answers the words of a question; without words everything that passes the filters, newest first."""

        def ask(asked: list[dict]) -> list[dict]:
            found = self.ask_all(asked)
            require_public(named(found), scope)
            return found

        if query.words:
            planner = Planner(language(scope.index), Vocabulary(scope.index.generation, scope.index.index_stamp))
            return Asking(ask, query, scope, planner).answer()
        if query.text:
            return Answer()
        [found] = ask([bodies.asked(bodies.MatchAll(), query, scope, "", "date")])
        return replace(reading.answer(found), order="date")

    def ask(self, body: dict) -> dict:
        """One question within the time limit; an answer of only some of the shards is none."""
        return self.send("_search?allow_partial_search_results=false", body)

    def ask_all(self, asked: list[dict]) -> list[dict]:
        """Several questions in one request."""
        if len(asked) == 1:
            return [self.ask(asked[0])]
        lines = [line for body in asked for line in ({"allow_partial_search_results": False}, body)]
        return self.send("_msearch", lines)["responses"]

    def send(self, deed: str, body: dict | list) -> dict:
        """One request within the time limit."""
        with understood_as_away():
            return self.connection.ask("POST", f"/{self.address.prefix}/{deed}", body, self.limit.left)

    # Looking after it.

    def digests(self) -> dict[int, str]:
        """Of every document, in slices by key."""
        found: dict[int, str] = {}
        body = {"size": DIGESTS_AT_ONCE, "_source": ["digest"], "sort": [{"key": "asc"}]}
        while hits := self.ask(body)["hits"]["hits"]:
            found |= {int(hit["_id"]): hit["_source"]["digest"] for hit in hits}
            body["search_after"] = hits[-1]["sort"]
        return found

    def health(self) -> Health:
        """Whether it answers, how many documents it holds, and which analysis made them."""
        try:
            with understood_as_away():
                count = self.ask({"size": 0, "track_total_hits": True})["hits"]["total"]["value"]
                known = self.connection.ask("GET", f"/{self.address.prefix}/_mapping", seconds=self.seconds)
        except EngineAway as reason:
            return Health(self.name, answers=False, note=str(reason))
        versions = {index["mappings"].get("_meta", {}).get("analysis", "") for index in known.values()}
        return Health(self.name, answers=True, documents=count, version="".join(sorted(versions)))

    def is_back(self) -> bool:
        """A short question: is there an index that answers?"""
        try:
            self.connection.ask("POST", f"/{self.address.prefix}/_search", SOME, self.seconds)
        except (EngineAway, Refused):
            return False
        return True


class understood_as_away:  # noqa: N801
    """A refusal of the cluster is our mistake or its settings'; for readers it is away all the same."""

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(self, kind: type | None, error: BaseException | None, _trace: object) -> None:
        """Raises EngineAway in the place of Refused."""
        if isinstance(error, Refused):
            raise EngineAway(str(error)) from error
