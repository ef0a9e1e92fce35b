"""What the academy settles before a case study goes on to the ministry: a picture, and every question."""

import pytest

from home.workflow import transitions
from home.workflow.deed import Refused
from home.workflow.states import Review
from programs.models import CaseStudyPage, CaseStudyPicture
from programs.portal import submitting
from programs.portal.checks import Level, findings
from tests.factories import portal
from tests.factories.media import picture

pytestmark = pytest.mark.django_db


@pytest.fixture
def without_picture(writer, town):
    """Submitted without one, which is allowed."""
    page = portal.complete(writer, town)
    text = page.get_latest_revision_as_object()
    text.pictures = []
    text.save_revision(user=writer, clean=False)
    submitting.submit(CaseStudyPage.objects.get(pk=page.pk), writer)
    return CaseStudyPage.objects.get(pk=page.pk)


def test_the_municipality_submits_without_a_picture_and_is_advised(without_picture):
    found = [one for one in findings(without_picture.get_latest_revision_as_object()) if one.section.key == "bilder"]
    assert [(one.level, one.sentence) for one in found] == [
        (
            Level.AMBER,
            "Ohne Bild geht nichts online. Wenn Sie keines haben, reichen Sie trotzdem ein: Die Akademie hilft Ihnen.",
        )
    ]


def test_without_a_picture_nothing_goes_on_to_the_ministry(without_picture, academy):
    with pytest.raises(Refused, match="Es gibt noch kein Bild"):
        transitions.approve(without_picture, academy)
    assert CaseStudyPage.objects.get(pk=without_picture.pk).state.review == Review.SUBMITTED


def test_a_lead_picture_of_the_editors_is_one(without_picture, academy, academy2):
    text = without_picture.get_latest_revision_as_object()
    text.lead_image, text.lead_image_alt = picture(), "Bänke"
    text.save_revision(user=academy2)
    transitions.submit(CaseStudyPage.objects.get(pk=text.pk), academy2)
    transitions.approve(CaseStudyPage.objects.get(pk=text.pk), academy)
    assert CaseStudyPage.objects.get(pk=text.pk).state.review == Review.AWAITING_RELEASE


def test_a_question_that_was_not_sent_yet_is_not_passed_over(writer, town, academy):
    page = portal.submitted(writer, town)
    question = portal.comment(page, academy)
    with pytest.raises(Refused, match="Fragen an die Kommune sind offen"):
        transitions.approve(page, academy)
    question.answered_at = page.case.submitted_at
    question.save()
    transitions.approve(page, academy)


def test_an_internal_remark_keeps_nothing(writer, town, academy):
    page = portal.submitted(writer, town)
    portal.comment(page, academy, audience="internal")
    transitions.approve(page, academy)
    assert CaseStudyPage.objects.get(pk=page.pk).state.review == Review.AWAITING_RELEASE
    assert isinstance(page.get_latest_revision_as_object().pictures.first(), CaseStudyPicture)
