"""Two municipalities with somebody who writes for each."""

import pytest

from tests.factories import portal
from tests.home.bodies.conftest import run  # noqa: F401


@pytest.fixture
def town(db):
    """A municipality."""
    return portal.town()


@pytest.fixture
def other_town(db):
    """Another one."""
    return portal.town("Haselbrunn")


@pytest.fixture
def writer(town):
    """Looks after the case studies of the first one."""
    return portal.member("kommune", town)


@pytest.fixture
def stranger(other_town):
    """Looks after the case studies of the other one."""
    return portal.member("kommune2", other_town)


@pytest.fixture
def signed_in(client, writer):
    """A browser of the first municipality."""
    client.force_login(writer)
    return client


@pytest.fixture
def with_picture(writer, town, academy, ministry):
    """A case study online, with two pictures of people."""
    return portal.with_pictures(writer, town, academy, ministry)
