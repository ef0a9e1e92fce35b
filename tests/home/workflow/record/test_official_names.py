"""A new name in the official list is no exchange; other words that a case study shows are."""

from collections.abc import Callable

import pytest

from home.bodies.models import Body
from home.workflow import transitions
from home.workflow.content.digest import digest_of
from home.workflow.transitions import Refused
from programs.models import CaseStudyFigure, CaseStudyPage, Method, TargetGroup
from tests.factories import case_studies, pages

pytestmark = pytest.mark.django_db


def submitted(author) -> CaseStudyPage:
    """A case study with everything that waits for the academy."""
    page = pages.draft(CaseStudyPage, pages.case_study_index(), owner=author, **case_studies.submittable())
    transitions.submit(page, author)
    return page


def test_an_official_new_name_does_not_stop_an_approval(author, academy):
    page = submitted(author)
    Body.objects.filter(pk=page.municipality_id).update(name="Neustadt")
    transitions.approve(page, academy)


@pytest.mark.parametrize("terms", [Method, TargetGroup])
def test_another_word_for_a_method_or_a_target_group_does(author, academy, terms):
    page = submitted(author)
    terms.objects.update(name="Anders")
    with pytest.raises(Refused, match="ausgetauscht"):
        transitions.approve(page, academy)


CHANGES: dict[str, Callable[[CaseStudyPage], object]] = {
    "text": lambda page: setattr(page, "pitfalls", "<p>Alles ging gut.</p>"),
    "cost": lambda page: setattr(page, "cost_total", 5_000),
    "consent": lambda page: setattr(page, "quote_consent", True),
    "size": lambda page: setattr(page.municipality, "size_class", "ab-100000"),
    "row": lambda page: setattr(page, "figures", [CaseStudyFigure(number=7, label="Platz")]),
    "order": lambda page: setattr(page, "steps", []),
    "terms": lambda page: page.methods.clear(),
    "picture": lambda page: setattr(page.pictures.get(), "alt", "Etwas anderes"),
    "mailbox": lambda page: setattr(page, "contact_email", "andere@musterstadt.example"),
}


@pytest.mark.parametrize("part", CHANGES)
def test_the_digest_covers_every_field_and_row(author, part):
    page = submitted(author)
    before = digest_of(page.get_latest_revision())
    draft = page.get_latest_revision_as_object()
    CHANGES[part](draft)
    assert digest_of(draft.save_revision(user=author)) != before
