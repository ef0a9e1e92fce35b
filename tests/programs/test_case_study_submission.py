"""At the desk, too, a case study is submitted only when it says what others need, by the questions of the portal."""

import pytest

from home.workflow import transitions
from home.workflow.transitions import Refused
from programs.models import CaseStudyPage, CaseStudyPicture
from programs.models.case_study.needed import NEEDED, NEEDED_IN_BRIEF
from tests.factories import approval, case_studies, media, pages

pytestmark = pytest.mark.django_db


def draft(author, **fields) -> CaseStudyPage:
    """A case study that was never submitted."""
    subject = pages.subject()
    given = {"municipality": case_studies.town(), "lead": "Kurz.", "main_subject": subject, "subjects": [subject]}
    return pages.draft(CaseStudyPage, pages.case_study_index(), owner=author, **given | fields)


def test_whatever_is_missing_is_said_in_a_sentence_of_its_own(author):
    case_studies.target_group()
    with pytest.raises(Refused) as refusal:
        transitions.submit(draft(author), author)
    sentences = str(refusal.value).splitlines()
    for name in set(NEEDED) - {"title", "lead", "main_subject"}:
        assert str(NEEDED[name]) in sentences, name
    assert str(NEEDED["lead"]) not in sentences
    assert len(sentences) == len(set(sentences))


def test_what_is_complete_goes_through(author):
    page = draft(author, **case_studies.everything())
    transitions.submit(page, author)
    page.refresh_from_db()
    assert page.workflow_in_progress


@pytest.mark.parametrize("name", sorted(set(NEEDED) - {"title", "cost_band", "approach", "methods"}))
def test_each_single_one_is_asked_for(author, name):
    fields = case_studies.everything()
    empty = {bool: False, str: "", list: []}.get(type(fields.get(name)))
    with pytest.raises(Refused) as refusal:
        transitions.submit(
            draft(author, **fields | {name: empty if name not in ("lead", "main_subject") else EMPTY[name]}), author
        )
    assert str(refusal.value) == str(NEEDED[name])


EMPTY = {"lead": "", "main_subject": None}


def test_a_short_report_needs_less(author):
    said = {name: value for name, value in case_studies.everything().items() if name in NEEDED_IN_BRIEF}
    transitions.submit(draft(author, length=CaseStudyPage.Length.BRIEF, **said), author)


def test_a_picture_needs_its_description_its_author_and_its_right(author):
    fields = case_studies.everything()
    fields["pictures"] = [CaseStudyPicture(image=media.picture("Platz"), shows_people=True)]
    with pytest.raises(Refused) as refusal:
        transitions.submit(draft(author, **fields), author)
    assert [line.partition(":")[0] for line in str(refusal.value).splitlines()] == ["Bild 1"] * 4


def test_what_readers_know_without_is_not_asked_for_when_a_slip_is_mended(academy):
    page = pages.case_study(municipality=case_studies.town(), lead="Kurz.", contact="Amt")
    approval.edit(page, academy, lead="Kürzer.")
    transitions.submit(page, academy)
    transitions.retract(page, academy)
    approval.edit(page, academy, contact="")
    with pytest.raises(Refused) as refusal:
        transitions.submit(page, academy)
    assert str(refusal.value) == str(NEEDED["contact"])


def test_in_an_emergency_it_goes_online_as_it_is(author, emergency):
    page = draft(author)
    transitions.publish_emergency(page, emergency, "Es eilt.")
    assert CaseStudyPage.objects.get(pk=page.pk).live
