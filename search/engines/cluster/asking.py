"""The course of one question to a cluster: what is asked in one request, and what follows from the answers."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

from ...query import SearchQuery
from ..base import Answer, Scope
from ..filling import FEW
from ..plan import Plan, Planner
from ..tally import Catch, Tally
from . import bodies, reading
from .less_good import LessGood, Tiers


@dataclass(frozen=True)
class Asking:
    """As the embedded engines do it: all words first; if they are in few documents only, less than all of them, too.

    Requests cost readers more than what is asked in them. Where few documents are likely to answer, the less good ones
    are asked for at once, and those found are counted here; whether a correction is safe is always asked beside
    something else.
    """

    # Sends several bodies in one request; each answer is public.
    ask: Callable[[list[dict]], list[dict]]
    query: SearchQuery
    scope: Scope
    planner: Planner

    @cached_property
    def plan(self) -> Plan:
        """The groups, in their own words alone if they would be too long otherwise."""
        plan = self.planner.plan(self.query)
        return replace(plan, groups=plan.own) if bodies.is_too_long(bodies.wanted(plan, self.text(plan))) else plan

    def text(self, plan: Plan) -> str:
        """What is asked, corrected if need be."""
        return plan.correction or self.query.text

    @property
    def order(self) -> str:
        """What the answer is sorted by."""
        return "date" if self.query.sort == "date" else "relevance"

    @cached_property
    def found(self) -> bodies.Query:
        """What answers all of the question."""
        return bodies.wanted(self.plan, self.text(self.plan))

    def whole(self, found: bodies.Query) -> dict:
        """The slice that a reader sees, what editors pinned on top, with facets and excerpts."""
        marked = " ".join([self.text(self.plan), *self.planner.otherwise_written(self.plan)])
        return bodies.asked(bodies.with_pins(found, self.scope.pinned), self.query, self.scope, marked, self.order)

    @cached_property
    def less_good(self) -> LessGood:
        """What is asked if few documents answer."""
        return LessGood(self.planner, self.plan, self.scope, self.found)

    @cached_property
    def checks(self) -> dict[str, dict]:
        """Whether each of the corrected words stands in documents that may be found."""
        asked = [self.less_good.body(bodies.answered(group), 1) for group in self.plan.corrected]
        return {f"check {place}": body | {"terminate_after": 1} for place, body in enumerate(asked)}

    def answer(self) -> Answer:
        """One request; one or two more if it is others that answer than was expected."""
        is_rare = self.planner.expects_fewer(self.plan, FEW) and bool(self.less_good.questions)
        first = self.less_good.questions if is_rare else {"whole": self.whole(self.found)}
        found = self.asked(first | self.checks)
        is_safe = all(reading.rows(found[check]) for check in self.checks)
        answer = self.filled(found) if is_rare else self.of_many(found["whole"])
        answer = answer or self.read(self.whole(self.found))
        return replace(answer, correction=self.plan.correction if is_safe else None, order=self.order)

    def of_many(self, found: dict) -> Answer:
        """What was expected to be many; it may be few all the same."""
        answer = reading.answer(found)
        if reading.count(found) >= FEW + len(self.scope.pinned):
            return answer
        questions = self.less_good.questions
        return (self.filled(self.asked(questions)) if questions else None) or answer

    def filled(self, found: dict[str, dict]) -> Answer | None:
        """The few that answer, best first, and what they are filled up with; None if there is nothing to add.

        So few are counted here, as the embedded engines do it: to ask for their facets and excerpts takes a request
        more. The finder makes the excerpts.
        """
        tiers = self.tiers(found)
        if not (tiers.best or tiers.wide or tiers.some or self.scope.is_strict):
            tiers = self.tiers(found | self.asked(self.less_good.last))
        if len(tiers.best) >= FEW or not (tiers.wide or tiers.some):
            return None
        places = {row[0]: place for place, row in enumerate(tiers.rows)}
        tally = Tally(Catch(tiers.rows), self.query.chosen)
        is_loose = bool(tiers.some) and not (tiers.best or tiers.wide or self.scope.pinned)
        answer = tally.answer(self.scope, self.order, places.__getitem__)
        return replace(answer, is_relaxed=bool(tiers.some), is_loose=is_loose)

    def tiers(self, found: dict[str, dict]) -> Tiers:
        """The documents that answer, in their order."""
        return self.less_good.tiers({name: reading.rows(answer) for name, answer in found.items()})

    def asked(self, questions: dict[str, dict]) -> dict[str, dict]:
        """The answers to several questions, by the names of these."""
        return dict(zip(questions, self.ask([*questions.values()]), strict=True)) if questions else {}

    def read(self, body: dict) -> Answer:
        """Asks, and reads the answer."""
        return reading.answer(self.ask([body])[0])
