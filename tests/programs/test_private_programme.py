"""A programme that not everybody may read is named on no page that everybody reads."""

import pytest
from wagtail.models import PageViewRestriction

from tests.factories.case_studies import town
from tests.factories.pages import article, case_study, edition, event, program

pytestmark = pytest.mark.django_db
SECRET, ROUND = "Vertrauliches Vorhaben", "Vertrauliche Runde"


def study(**fields):
    """A live case study of a town."""
    return case_study(municipality=town(), **fields)


@pytest.fixture
def private():
    """A live programme with a live edition, for people who are signed in."""
    programme = program(title=SECRET, slug="vertraulich")
    call = edition(programme, title=ROUND)
    PageViewRestriction.objects.create(page=programme, restriction_type=PageViewRestriction.LOGIN)
    return {"program": programme, "edition": call}


@pytest.mark.parametrize("page", [article, study, event])
def test_a_private_programme_is_not_named(client, private, page):
    answer = client.get(page(**private).get_url())
    assert answer.status_code == 200
    assert SECRET not in answer.content.decode()
    assert ROUND not in answer.content.decode()


@pytest.mark.parametrize("page", [article, study, event])
def test_a_public_programme_is_named(client, page):
    programme = program(title="Offenes Vorhaben")
    assert "Offenes Vorhaben" in client.get(page(program=programme).get_url()).content.decode()
