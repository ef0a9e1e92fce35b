"""What lies ready as a PDF follows: whoever is erased, or no longer agrees, is in no file that is handed out."""

import pytest
from django.contrib.auth.models import User

from home.actions.pdf import engine, store
from home.actions.pdf.edition import edition_of
from home.actions.pdf.making import stored_or_made
from home.workflow.record import chain, proof
from programs.models import CaseStudyPage
from programs.portal import leaving, submitting
from programs.portal.revoking import revoke_picture
from tests.factories import portal
from tests.programs.portal.test_enclosures import words_in

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not engine.available(), reason="Pango is missing"),
]
NAME = "Ada Beispiel"


def words_of(page) -> str:
    """The stored PDF, made if it is not there."""
    return words_in(stored_or_made(CaseStudyPage.objects.get(pk=page.pk)).read())


def standing(page) -> str:
    return next(found.standing for found in proof.findings() if found.page.pk == page.pk)


@pytest.fixture
def named(writer, town, academy, ministry):
    """Online, with a quote of the person who wrote it, by name."""
    User.objects.filter(pk=writer.pk).update(first_name="Ada", last_name="Beispiel")
    page = portal.complete(writer, town)
    text = page.get_latest_revision_as_object()
    text.quote, text.quote_name, text.quote_consent = "Schön war es.", NAME, True
    text.save_revision(user=writer, clean=False)
    submitting.submit(CaseStudyPage.objects.get(pk=page.pk), writer)
    return portal.released(page, academy, ministry)


def test_after_somebody_was_erased_the_pdf_is_made_anew_without_the_name(client, named, writer):
    assert NAME in words_of(named)
    leaving.erase(User.objects.get(pk=writer.pk))
    assert store.find(named.pk, edition_of(CaseStudyPage.objects.get(pk=named.pk))) is None
    assert NAME not in words_of(named)
    assert "Schön war es." in words_of(named)
    assert NAME not in client.get(named.url).content.decode()
    assert standing(named) == proof.Standing.APPROVED
    assert list(chain.faults(None)) == []


def test_after_a_consent_was_revoked_the_pdf_is_made_anew_and_the_report_says_revoked(with_picture, writer):
    assert "Stadt" in words_of(with_picture)
    revoke_picture(with_picture, writer, with_picture.pictures.first().image)
    page = CaseStudyPage.objects.get(pk=with_picture.pk)
    assert store.find(page.pk, edition_of(page)) is None
    words_of(page)
    assert standing(page) == proof.Standing.REVOKED
