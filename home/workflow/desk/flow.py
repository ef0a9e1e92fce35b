"""What a workflow looks like: its nodes and arrows, read from the table of transitions and the workflow's steps."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..states import Publication, Review
from ..table import TRANSITIONS

# Who may do a verb, in words; the keys are those of the column *who*.
WHO_WORDS: dict[str, str | Promise] = {
    "submitter": _("whoever may edit the text"),
    "sender": _("who submitted it"),
    "second_pair": _("a member of the group who had no hand in the text"),
    "reviewer": _("a member of the group"),
    "proposer": _("a member of the group"),
    "decliner": _("a member of the group; for case studies after somebody else proposed it"),
    "later_reviewer": _("a member of the group"),
    "adviser": _("a member of the groups that advise"),
    "scheduler": _("whoever may edit the text"),
    "asker": _("whoever may edit the text"),
    "withdrawer": _("a second person; the emergency group at once"),
    "section_editor": _("editors of the section"),
    "reopener": _("editors of the section"),
    "emergency": _("the emergency group"),
    "second_look": _("an editor who did not publish it"),
}

START, LIVE = Review.DRAFT, Publication.PUBLISHED


@dataclass(frozen=True)
class Node:
    """A state, or a step at which the text waits."""

    key: str
    title: str | Promise
    lines: tuple[str | Promise, ...] = ()
    style: str = "state"
    # Whether a text waits there; advice is only heard.
    holds: bool = True


@dataclass(frozen=True)
class Arrow:
    """A verb that leads from one node to another."""

    verb: str
    label: str | Promise
    who: str | Promise
    start: str
    end: str
    comment: bool = False


def steps(workflow: Any) -> list[Node]:
    """The steps of a workflow, with who decides and what is special."""
    return [step_node(number, task) for number, task in enumerate(workflow.tasks.specific(), start=1)]


def step_node(number: int, task: Any) -> Node:
    """One step. Tasks that are not ours have neither kind nor condition."""
    kind = getattr(task, "kind", "approval")
    lines = [", ".join(group.name for group in task.groups.all())]
    lines += [_("each of these groups has to agree")] if kind == "agreement" else []
    lines += [_("advice only, nobody waits for it")] if kind == "advice" else []
    if getattr(task, "only_when", ""):
        lines.append(_("only when: %(condition)s") % {"condition": task.get_only_when_display()})
    lines += [_("release step: read only")] if getattr(task, "read_only", False) else []
    conditional = kind == "advice" or getattr(task, "only_when", "")
    return Node(f"step{number}", task.name, tuple(lines), "maybe" if conditional else "step", kind != "advice")


def states() -> dict[str, Node]:
    """The states beside the steps."""
    shown = (START, LIVE, Review.CHANGES_REQUESTED, Review.DECLINED, Publication.WITHDRAWN, Publication.ARCHIVED)
    return {state.value: Node(state.value, state.label) for state in shown}


def arrows(path: list[Node]) -> list[Arrow]:
    """All arrows of a workflow with these steps, verb by verb as the table has them."""
    keys = [node.key for node in path if node.holds]
    return [arrow for row in TRANSITIONS for arrow in arrows_of(row, keys)]


def arrows_of(row: Any, path: list[str]) -> list[Arrow]:
    """Where one verb starts and ends here. Verbs that change no state have no arrow."""
    first, way = path[0], [START.value, *path, LIVE.value]
    ends = {
        "submit": [(START.value, first), (Review.CHANGES_REQUESTED.value, first)],
        "approve": list(pairwise(way[1:])),
        "send_back": [(later, earlier) for earlier, later in pairwise(path)],
        "withdraw": [(LIVE.value, Publication.WITHDRAWN.value)],
        "archive": [(Publication.WITHDRAWN.value, Publication.ARCHIVED.value)],
        "reopen": [(Review.DECLINED.value, START.value), (Publication.ARCHIVED.value, START.value)],
        "publish_emergency": [(START.value, LIVE.value)],
        "retract": [(key, START.value) for key in path],
        "request_changes": [(key, Review.CHANGES_REQUESTED.value) for key in path],
        "decline": [(key, Review.DECLINED.value) for key in path],
    }.get(row.verb, [])
    return [Arrow(row.verb, row.label, WHO_WORDS[row.who], start, end, row.comment) for start, end in ends]


@dataclass(frozen=True)
class Line:
    """One place of the text equivalent: a node, and what can be done from there."""

    node: Node
    arrows: list[tuple[Arrow, Node]]


def in_words(path: list[Node]) -> list[Line]:
    """The picture as an ordered list."""
    known = states()
    rest = [known[key] for key in (Review.CHANGES_REQUESTED, Review.DECLINED, LIVE, Publication.WITHDRAWN)]
    nodes = {node.key: node for node in (known[START], *path, *rest, known[Publication.ARCHIVED])}
    found = arrows(path)
    return [
        Line(node, [(arrow, nodes[arrow.end]) for arrow in found if arrow.start == key]) for key, node in nodes.items()
    ]
