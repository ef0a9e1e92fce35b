"""Who can log in to the demo, with which password, and where to."""

import pytest
from django.contrib.auth import get_user_model
from wagtail.models import Revision
from wagtail.users.models import UserProfile

from home.demo import accounts
from home.page.models import BasePage
from home.workflow import roles
from tests.home.demo.loading import load, person

pytestmark = pytest.mark.xdist_group("demo")


@pytest.fixture
def fresh_accounts(db, settings, tmp_path):
    """As if no account had been made yet."""
    settings.DATA_DIR = tmp_path
    BasePage.objects.update(owner=None)
    Revision.objects.update(user=None)
    get_user_model().objects.all().delete()


class TestAccounts:
    """Who can log in, and where to."""

    ROLES = {
        "autorin": roles.AUTHOR,
        "akademie": roles.ACADEMY,
        "akademie2": roles.ACADEMY,
        "ministerium": roles.MINISTRY,
        "notfall": roles.EMERGENCY,
        "kommune": None,
        "kommune2": None,
        "admin": None,
    }

    @pytest.mark.parametrize(("username", "role"), ROLES.items(), ids=ROLES)
    def test_each_has_its_group_and_nothing_else(self, username, role):
        user = person(username)
        assert user.email == f"{username}@example.org"
        assert [group.name for group in user.groups.all()] == ([role.name] if role else [])
        assert user.is_superuser == (username == "admin")
        assert UserProfile.objects.get(user=user).preferred_language == "de"

    @pytest.mark.parametrize("username", ROLES)
    def test_the_well_known_password_opens(self, client, username):
        assert client.login(username=username, password="aushang-demo")

    @pytest.mark.parametrize("username", ROLES)
    def test_municipalities_never_see_the_admin(self, client, username):
        client.force_login(person(username))
        assert (client.get("/admin/").status_code == 200) == (not username.startswith("kommune"))

    def test_accounts_and_addresses_are_printed(self, demo):
        assert "http://127.0.0.1:8000/admin/" in demo
        assert "Konten der Demo, alle mit dem Kennwort „aushang-demo“:" in demo
        for account in accounts.ACCOUNTS:
            assert f"  {account.username} " in demo


class TestPassword:
    """Known where only this machine can reach the site, made up where others can."""

    def test_the_environment_decides(self, fresh_accounts, monkeypatch, client):
        monkeypatch.setenv("DEMO_PASSWORD", "selbst-gewählt")
        monkeypatch.setenv("HOST", "0.0.0.0")
        assert "„selbst-gewählt“" in load()
        assert client.login(username="autorin", password="selbst-gewählt")

    @pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "demo.example.org"])
    def test_reachable_sites_get_a_password_of_their_own(self, fresh_accounts, monkeypatch, client, host):
        monkeypatch.setenv("HOST", host)
        said = load()
        assert "aushang-demo" not in said
        assert not client.login(username="admin", password="aushang-demo")
        password = said.partition("„")[2].partition("“")[0]
        assert client.login(username="admin", password=password)
        assert f"„{password}“" in load()

    @pytest.mark.parametrize("host", ["", "127.0.0.1", "localhost", "::1", "[::1]"])
    def test_loopback_keeps_the_well_known_one(self, fresh_accounts, monkeypatch, host):
        monkeypatch.setenv("HOST", host)
        assert "„aushang-demo“" in load()

    def test_a_demo_that_becomes_reachable_loses_the_well_known_one(self, monkeypatch, client):
        monkeypatch.setenv("HOST", "0.0.0.0")
        load()
        assert not client.login(username="admin", password="aushang-demo")

    def test_a_password_that_somebody_chose_stays(self, monkeypatch, client):
        user = person("autorin")
        user.set_password("meins-allein")
        user.save()
        monkeypatch.setenv("DEMO_PASSWORD", "neu-für-alle")
        load()
        assert client.login(username="autorin", password="meins-allein")
        assert client.login(username="akademie", password="neu-für-alle")
