"""The most important subject is chosen by the municipality; the list of subjects never keeps it from submitting."""

import pytest

from programs.models import CaseStudyPage
from programs.models.case_study.measures import MOST
from programs.portal.checks import red
from tests.factories import pages, portal
from tests.programs.portal.test_writing import newest, write

pytestmark = pytest.mark.django_db
NAMES = ["Integration", "Jugend", "Mobilität", "Klima"]


@pytest.fixture
def page(writer, town) -> CaseStudyPage:
    """A complete draft that came with as many subjects as there may be."""
    page = portal.complete(writer, town)
    text = newest(page)
    text.subjects = [pages.subject(name) for name in NAMES[:3]]
    text.main_subject = pages.subject(NAMES[0])
    text.save_revision(user=writer, clean=False)
    return page


def test_another_one_takes_the_place_of_the_last(signed_in, page):
    another = pages.subject(NAMES[3])
    write(signed_in, page, "einordnung", main_subject=another.pk)
    text = newest(page)
    text.clean()
    assert text.main_subject == another
    assert another in text.subjects.all()
    assert text.subjects.count() == MOST["subjects"]


def test_one_that_is_there_already_changes_the_list_in_nothing(signed_in, page):
    write(signed_in, page, "einordnung", main_subject=pages.subject(NAMES[2]).pk)
    assert {subject.name for subject in newest(page).subjects.all()} == set(NAMES[:3])


def test_what_the_door_refuses_stands_on_the_checklist(page):
    text = newest(page)
    text.subjects = [pages.subject(name) for name in NAMES]
    sentences = [finding.sentence for finding in red(text)]
    assert sentences == list(text.obstacles(None))
    assert "höchstens 3" in sentences[0]
