"""What all tests share: the people of the newsroom, an own media folder, and no real network."""

import pytest
from django.core.cache import caches
from django.core.files.storage import storages

from home.media.models import Rendition
from home.workflow import roles
from tests.factories import pages
from tests.factories.people import person


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The database of all tests, with the index pages that every site has."""
    with django_db_blocker.unblock():
        pages.index_pages()


@pytest.fixture
def bare_site(db):
    """A site of nothing but its start page."""
    pages.clear()


@pytest.fixture(autouse=True)
def own_media(settings, tmp_path, monkeypatch):
    """Files of a test lie in its own folder."""
    for alias in ("default", "renditions"):
        options = settings.STORAGES[alias]["OPTIONS"] | {"location": str(tmp_path / alias)}
        settings.STORAGES = settings.STORAGES | {alias: settings.STORAGES[alias] | {"OPTIONS": options}}
    monkeypatch.setattr(Rendition._meta.get_field("file"), "storage", storages["renditions"])


@pytest.fixture(autouse=True)
def quiet_caches():
    """No test sees what another one cached."""
    caches["default"].clear()
    caches["renditions"].clear()


@pytest.fixture
def author(db):
    """Writes; academy."""
    return person("autorin", roles.AUTHOR)


@pytest.fixture
def academy(db):
    """Approves; academy."""
    return person("akademie", roles.ACADEMY)


@pytest.fixture
def academy2(db):
    """Approves, too; academy."""
    return person("akademie2", roles.ACADEMY)


@pytest.fixture
def ministry(db):
    """Ministry editor."""
    return person("ministerium", roles.MINISTRY)


@pytest.fixture
def emergency(db):
    """Publishes in an emergency."""
    return person("notfall", roles.EMERGENCY)


@pytest.fixture
def superuser(db):
    """Administers; approves nothing by rank."""
    return person("admin", is_staff=True, is_superuser=True)
