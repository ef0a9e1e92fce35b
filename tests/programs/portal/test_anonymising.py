"""A year after a case study was not accepted: the text is still there, the people in it are not."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from home.media.models import Picture
from home.workflow import transitions
from home.workflow.models import Message, PageState
from home.workflow.record import chain
from programs.models import CaseStudyPage, CaseStudyPicture, NameConsent
from programs.portal import submitting
from programs.portal.rounds import remind
from programs.portal.uploads import keep_picture
from tests.factories import portal

pytestmark = pytest.mark.django_db
NAME = "Ada Beispiel"


@pytest.fixture
def declined(writer, town, academy, academy2):
    """Not accepted, with somebody who is named and shown in an older version."""
    page = portal.complete(writer, town)
    text = page.get_latest_revision_as_object()
    text.contact_person, text.quote, text.quote_name, text.quote_consent = NAME, "Schön war es.", NAME, True
    said = {"alt": "Ada", "credit": "Stadt", "licence": "own", "shows_people": True, "consent_on": date(2025, 1, 1)}
    text.pictures = [CaseStudyPicture(image=keep_picture(portal.photo(), writer), **said)]
    text.save_revision(user=writer, clean=False)
    NameConsent.objects.create(page=page, name=NAME, wording="Ja", channel="Mail")
    submitting.submit(CaseStudyPage.objects.get(pk=page.pk), writer)
    portal.declined(page, academy, academy2)
    return CaseStudyPage.objects.get(pk=page.pk)


def after(page, days: int) -> str:
    """Everything that is kept of it, in words."""
    PageState.objects.filter(page=page).update(changed_at=timezone.now() - timedelta(days=days))
    for _time in range(2):
        remind(timezone.now())
    versions = [str(revision.content) for revision in page.revisions.all()]
    return " ".join([*versions, str(CaseStudyPage.objects.filter(pk=page.pk).values())])


def test_for_a_year_everything_stays(declined):
    assert NAME in after(declined, 364)
    assert Picture.objects.count() == 1


def test_after_a_year_nobody_is_named_or_shown_and_the_text_is_there(declined):
    kept = after(declined, 366)
    assert NAME not in kept
    assert "Schön war es." not in kept
    assert "Etwas über situation." in kept
    assert (Picture.objects.count(), NameConsent.objects.count()) == (0, 0)
    assert not Message.objects.filter(page=declined).exists()
    assert PageState.objects.get(page=declined).review == "declined"
    assert list(chain.faults(None)) == []


def test_what_is_online_keeps_its_people(declined, signed_in):
    PageState.objects.filter(page=declined).update(publication="published")
    assert NAME in after(declined, 366)


def test_it_can_be_opened_again_and_read(declined, signed_in, writer, academy):
    after(declined, 366)
    transitions.reopen(CaseStudyPage.objects.get(pk=declined.pk), academy, "Doch.")
    assert signed_in.get(f"/mein-bereich/beispiel/{declined.pk}/anlass/").status_code == 200
