"""Programmes and case studies of the demo."""

from home.demo import directory, record, writing
from home.demo.chapters import Chapter
from home.demo.publishing import add, index_page, revise
from home.demo.stories import Story, stories

from .demo.rounds import round_named
from .demo.studies import load_case_studies
from .demo.timetable import resolved
from .models import (
    CaseStudyIndexPage,
    EditionPage,
    EventIndexPage,
    EventPage,
    Participation,
    ProgramIndexPage,
    ProgramPage,
)

# Which part each list of an edition is made of.
LISTS = {
    "criteria": "criterion",
    "steps": "step",
    "building_blocks": "building_block",
    "questions": "question",
}


def load_indexes() -> None:
    """The lists in the main navigation."""
    page_classes = {"programme": ProgramIndexPage, "praxisbeispiele": CaseStudyIndexPage, "termine": EventIndexPage}
    for story in stories("programs", "indexes"):
        index_page(page_classes[story.slug], story)


def load_programs() -> None:
    """The programmes, below the first list of programmes."""
    parent = ProgramIndexPage.objects.first()
    for story in stories("programs", "programs") if parent else []:
        fields = dict(story.fields)
        funders = [directory.body(key) for key in fields.pop("funders")]
        run_by = directory.body(fields.pop("run_by"))
        add(ProgramPage, parent, story, funders=funders, run_by=run_by, **fields)


def load_editions() -> None:
    """The calls of each programme, with those who take part."""
    for program in ProgramPage.objects.all():
        for story in new_stories(f"editions/{program.slug}"):
            fields = resolved(story.fields)
            later = resolved(fields.pop("later", {}))
            fields |= {name: rows_of(kind, fields[name]) for name, kind in LISTS.items() if name in fields}
            fields["participations"] = [participation(row) for row in fields.get("participations", [])]
            fields["funders"] = [directory.body(key) for key in fields["funders"]]
            fields["run_by"] = directory.body(fields["run_by"])
            edition = add(EditionPage, program, story, **fields)
            if edition and later:
                revise(edition, **later)


def new_stories(folder: str) -> list[Story]:
    """Those that no earlier run has told."""
    return [story for story in stories("programs", folder) if not record.was_loaded(story.key)]


def rows_of(kind: str, rows: list[dict]) -> list[dict]:
    """A list of parts as its field stores it."""
    return [{"type": kind, "value": row} for row in rows]


def participation(row: dict) -> Participation:
    """One who takes part."""
    return Participation(**{**row, "municipality": directory.municipality(row["municipality"])})


def load_events() -> None:
    """Meetings, past and to come."""
    parent = EventIndexPage.objects.first()
    for story in new_stories("events") if parent else []:
        fields = resolved(story.fields)
        fields["edition"] = round_named(fields.pop("edition"))
        if "municipality" in fields:
            fields["municipality"] = directory.municipality(fields["municipality"])
        if "documentation" in fields:
            fields["documentation"] = writing.body(fields["documentation"])
        add(EventPage, parent, story, **fields)


CHAPTERS = (
    Chapter(20, load_indexes),
    Chapter(40, load_programs),
    Chapter(43, load_editions),
    Chapter(46, load_events),
    Chapter(50, load_case_studies),
)
