"""What was done and said about a page so far, as lines of the approval screen."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from ..record.history import Event, history_of

MOST = 200


@dataclass(frozen=True)
class Line:
    """One line: an event, or a run of versions saved one after the other."""

    event: Event
    times: int = 1

    @property
    def led_on(self) -> bool:
        """Whether the page stood elsewhere afterwards."""
        return self.event.before != self.event.after


def lines_of(page: Any) -> list[Line]:
    """The newest first; versions saved in a row by the same person without a note count as one."""
    runs = groupby(enumerate(history_of(page)), key=run_of)
    found = [[event for _place, event in run] for _key, run in runs]
    return [Line(run[0], len(run)) for run in found[:MOST]]


def run_of(placed: tuple[int, Event]) -> tuple[Any, ...]:
    """Saves of one person belong together, everything else stands alone."""
    place, event = placed
    return (event.who,) if event.kind == "version" and not event.comment else (event.who, place)


def last_word(lines: list[Line]) -> Event | None:
    """What was said with the last transition that bears on the newest text; None if nothing was."""
    transitions = (line.event for line in lines if line.event.kind == "transition")
    event = next(transitions, None)
    return event if event and event.comment else None
