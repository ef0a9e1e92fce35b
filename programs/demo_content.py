"""Programmes and case studies of the demo."""

from home.demo import directory
from home.demo.chapters import Chapter
from home.demo.publishing import add, index_page
from home.demo.stories import stories

from .demo.studies import load_case_studies
from .models import CaseStudyIndexPage, ProgramIndexPage, ProgramPage


def load_indexes() -> None:
    """The two lists in the main navigation."""
    page_classes = {"programme": ProgramIndexPage, "praxisbeispiele": CaseStudyIndexPage}
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


CHAPTERS = (
    Chapter(20, load_indexes),
    Chapter(40, load_programs),
    Chapter(50, load_case_studies),
)
