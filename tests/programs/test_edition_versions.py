"""An edition is written, approved and published like every page: versions, digest, and a key that lasts."""

from datetime import date

import pytest

from home.bodies.models import Municipality
from home.workflow.content.digest import digest_of
from home.workflow.record.proof import Standing, findings
from programs.models import EditionPage, Participation
from tests.factories import approval, pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    """An invented municipality."""
    return Municipality.objects.create(name="Musterstadt", slug="musterstadt", ars="089990001001", is_demo=True)


def taken_part(edition: EditionPage) -> list[tuple[str, str]]:
    """Who takes part, as readers see it."""
    return [(row.municipality.name, row.project) for row in EditionPage.objects.get(pk=edition.pk).participations.all()]


class TestKeys:
    """What others may refer to."""

    def test_the_edition_keeps_its_key_through_versions_and_publications(self, author, academy, ministry):
        edition = pages.draft(EditionPage, pages.program(), owner=author, title="Erste Runde")
        key = edition.pk
        for places in (10, 23):
            approval.edit(edition, author, places=places)
            approval.released(edition, author, academy, ministry)
            assert EditionPage.objects.get(places=places).pk == key

    def test_a_participation_stays_one_row_however_often_its_edition_is_published(self, town):
        edition = pages.edition(participations=[Participation(municipality=town, project="Runder Tisch")])
        for _round in range(3):
            draft = edition.get_latest_revision_as_object()
            draft.lead = f"{draft.lead} Neu."
            draft.save_revision().publish(skip_permission_checks=True)
        assert taken_part(edition) == [("Musterstadt", "Runder Tisch")]
        assert Participation.objects.count() == 1


class TestDigest:
    """What is approved is the whole edition, its rows included."""

    @pytest.mark.parametrize(
        "change",
        [
            {"amount_to": 50_000},
            {"deadline_on": date(2026, 5, 1)},
            {"eligible": ["county"]},
            {"criteria": [{"type": "criterion", "value": {"text": "Ein Beschluss des Rats", "proof": ""}}]},
        ],
        ids=lambda change: next(iter(change)),
    )
    def test_every_condition_is_in_the_digest(self, change):
        edition = pages.edition(amount_to=40_000, deadline_on=date(2026, 4, 1), eligible=["municipality"])
        before = digest_of(edition.get_latest_revision())
        approval.edit(edition, None, **change)
        assert digest_of(edition.get_latest_revision()) != before

    def test_so_is_every_row_of_the_participants(self, town):
        edition = pages.edition(participations=[Participation(municipality=town, project="Runder Tisch")])
        before = digest_of(edition.get_latest_revision())
        approval.edit(edition, None, participations=[Participation(municipality=town, project="Stadtteilfest")])
        assert digest_of(edition.get_latest_revision()) != before

    def test_what_readers_see_is_proven_to_be_what_was_approved(self, author, academy, ministry, town):
        rows = [Participation(municipality=town, project="Runder Tisch")]
        fields = {"eligible": ["municipality", "county"], "amount_to": 40_000, "participations": rows}
        edition = pages.draft(EditionPage, pages.program(), owner=author, **fields)
        approval.released(edition, author, academy, ministry)
        assert standing_of(edition) == Standing.APPROVED
        Participation.objects.update(project="Etwas ganz anderes")
        assert standing_of(edition) == Standing.DEVIATES


def standing_of(edition: EditionPage) -> Standing:
    """What the proof says of the edition."""
    return next(finding.standing for finding in findings() if finding.page.pk == edition.pk)
