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
def live(colleague, academy):
    """A text of another author that readers see."""
    return approval.approved(colleague, academy)
