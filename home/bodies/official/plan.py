"""What an import would do: compared with what is there, before anything is written."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from home.bodies.models import Municipality
from home.importing.bad_file import BadFile, in_line

from .entry import STATE, Entry

# A file that lacks more than this share of what we know of its states is cut off, or not the whole list.
MOST_GONE, NOT_WORTH_A_QUESTION = 0.2, 10


@dataclass
class Plan:
    """Everything that changes, by what happened to it."""

    new: list[Entry] = field(default_factory=list)
    # Each with its entry; an entry says it in one line of the list.
    renamed: list[tuple[Municipality, Entry]] = field(default_factory=list)
    rekeyed: list[tuple[Municipality, Entry]] = field(default_factory=list)
    changed: list[tuple[Municipality, Entry]] = field(default_factory=list)
    returned: list[tuple[Municipality, Entry]] = field(default_factory=list)
    merged: list[tuple[Municipality, Entry]] = field(default_factory=list)
    gone: list[Municipality] = field(default_factory=list)
    unchanged: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to do."""
        return not any((self.new, self.renamed, self.rekeyed, self.changed, self.returned, self.merged, self.gone))


def plan_of(entries: list[Entry], successors: dict[str, str], may_shrink: bool = False) -> Plan:
    """Compares the list with the table. Invented municipalities are left alone."""
    known = list(Municipality.objects.filter(is_demo=False).select_related("successor"))
    present = {entry.ars: entry for entry in entries}
    successors = successors | {entry.ars: entry.successor for entry in entries if entry.successor}
    successors = followed(entries, successors, present)
    in_force = [entry for entry in entries if not entry.successor]
    mine = matched(known, in_force, successors)
    kept = {town.pk for town in mine.values()}
    plan = Plan()
    for entry in in_force:
        found = mine.get(entry.ars)
        if found is None:
            plan.new.append(entry)
        elif different := differences(found, entry):
            sort_in(plan, found, entry, different)
        else:
            plan.unchanged += 1
    leave(plan, [town for town in known if town.pk not in kept], present, successors)
    if not may_shrink:
        refuse_a_part(plan, known, in_force)
    return plan


def matched(known: list[Municipality], entries: list[Entry], successors: dict[str, str]) -> dict[str, Municipality]:
    """Which of ours each entry is: by its key, by its short key, or as the only one that went on under a new key."""
    by_ars, by_ags = {town.ars: town for town in known}, {town.ags: town for town in known if town.ags}
    found = {entry.ars: by_ars[entry.ars] for entry in entries if entry.ars in by_ars}
    taken = {town.pk for town in found.values()}
    came_from: dict[str, list[str]] = {}
    for old, new in successors.items():
        if old in by_ars and by_ars[old].valid_to is None:
            came_from.setdefault(new, []).append(old)
    for entry in entries:
        if entry.ars in found:
            continue
        olds = came_from.get(entry.ars, [])
        town = by_ags.get(entry.ags) if entry.ags else None
        if town is None and len(olds) == 1:
            town = by_ars.get(olds[0])
        if town is not None and town.pk not in taken:
            found[entry.ars] = town
            taken.add(town.pk)
    return found


def differences(town: Municipality, entry: Entry) -> set[str]:
    """The columns in which ours is not as the list says."""
    found = {name for name, value in entry.columns.items() if getattr(town, name) != value}
    return found | ({"valid_to"} if town.valid_to or town.successor_id else set())


def sort_in(plan: Plan, town: Municipality, entry: Entry, different: set[str]) -> None:
    """Under the most telling word."""
    if "valid_to" in different:
        plan.returned.append((town, entry))
    elif "name" in different:
        plan.renamed.append((town, entry))
    elif "ars" in different:
        plan.rekeyed.append((town, entry))
    else:
        plan.changed.append((town, entry))


def leave(plan: Plan, rest: list[Municipality], present: dict[str, Entry], successors: dict[str, str]) -> None:
    """Sorts out what the list has no more, in the states that it tells of."""
    states = {ars[STATE] for ars in present}
    for town in rest:
        successor = successors.get(town.ars)
        if successor and (town.valid_to is None or town.successor_id is None or town.successor.ars != successor):
            plan.merged.append((town, present[successor]))
        elif not successor and town.valid_to is None and town.ars[STATE] in states:
            plan.gone.append(town)
        else:
            plan.unchanged += 1


def followed(entries: list[Entry], successors: dict[str, str], present: dict[str, Entry]) -> dict[str, str]:
    """Each former key with the one that is in the list now, over all steps; BadFile where there is none."""
    lines = {entry.ars: entry.line for entry in entries}
    found, reasons = {}, []
    for old, step in successors.items():
        way = [old, step]
        while way[-1] in successors and successors[way[-1]] not in way:
            way.append(successors[way[-1]])
        found[old] = way[-1]
        if way[-1] not in present or way[-1] in successors:
            reason = _("The successor “%(key)s” of “%(old)s” is not in the list.") % {"key": way[-1], "old": old}
            reasons.append(in_line(lines[old], reason) if old in lines else reason)
    if reasons:
        raise BadFile(reasons)
    return found


def refuse_a_part(plan: Plan, known: list[Municipality], entries: list[Entry]) -> None:
    """A list that lacks many of those we know was cut off between two lines."""
    states = {entry.ars[STATE] for entry in entries}
    in_force = sum(1 for town in known if town.valid_to is None and town.ars[STATE] in states)
    if len(plan.gone) > max(NOT_WORTH_A_QUESTION, MOST_GONE * in_force):
        sentence = _(
            "The file lacks %(gone)d of %(known)d municipalities that we know in its states. Is it complete? "
            "If so, run the command again with --may-shrink."
        )
        raise BadFile([sentence % {"gone": len(plan.gone), "known": in_force}])
