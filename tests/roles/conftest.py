"""The pages a role meets."""

import pytest

from home.workflow import roles
from tests.factories import approval, pages
from tests.factories.people import person


@pytest.fixture
def colleague(db):
    """Another author."""
    return person("kollege", roles.AUTHOR)


@pytest.fixture
def second_editor(db):
    """Another editor of the academy."""
    return person("akademie2", roles.ACADEMY)


@pytest.fixture
def own_draft(author):
    """A draft of the author."""
    return pages.draft_article(owner=author)


@pytest.fixture
def foreign_draft(colleague):
    """A draft of another author."""
    return pages.draft_article(owner=colleague)


@pytest.fixture
def waiting(colleague):
    """A text of another author that waits for the academy."""
    return approval.submitted(colleague)


@pytest.fixture
def live(colleague, second_editor):
    """A text of another author that readers see."""
    return approval.approved(colleague, second_editor)


@pytest.fixture
def at_the_ministry(colleague, second_editor):
    """A programme that the academy approved."""
    return approval.with_the_ministry(colleague, second_editor)
