"""`load_demo`: everything the demo promises is there, came through the approval, and stays as people leave it."""

from collections import Counter
from io import StringIO

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.files.storage import storages
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import override_settings
from django.utils import timezone
from PIL import Image
from wagtail.models import PageLogEntry, Revision, TaskState
from wagtail.users.models import UserProfile

from home.bodies.models import Municipality
from home.demo import accounts, scenes
from home.media.models import File, Picture, Rendition
from home.models import HomePage, InformationPage, SectionPage, SiteIdentity
from home.page.models import BasePage
from home.workflow import roles
from home.workflow.models import PageState
from news.models import ArticlePage, NewsIndexPage
from programs.models import (
    CaseStudyIndexPage,
    CaseStudyPage,
    EditionPage,
    EventIndexPage,
    EventPage,
    ProgramIndexPage,
    ProgramPage,
)

PAGE_TYPES = {
    HomePage: 1,
    SectionPage: 1,
    InformationPage: 5,
    NewsIndexPage: 1,
    ArticlePage: 12,
    ProgramIndexPage: 1,
    ProgramPage: 2,
    EditionPage: 5,
    EventIndexPage: 1,
    EventPage: 6,
    CaseStudyIndexPage: 1,
    CaseStudyPage: 6,
}
ARTICLES = (ArticlePage, ProgramPage, EditionPage, EventPage, CaseStudyPage)


def load(*arguments: str) -> str:
    """Runs the command and returns what it says."""
    said = StringIO()
    call_command("load_demo", *arguments, stdout=said)
    return said.getvalue()


def storages_in(folder) -> dict:
    """The site's storages, moved into a folder."""
    moved = dict(settings.STORAGES)
    for alias in ("default", "renditions"):
        moved[alias] = moved[alias] | {"OPTIONS": moved[alias]["OPTIONS"] | {"location": str(folder / alias)}}
    return moved


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Media and password of this module's demo."""
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(autouse=True)
def own_media(settings, folder, monkeypatch):
    """All tests here see the files of the same demo."""
    settings.STORAGES = storages_in(folder)
    settings.DATA_DIR = folder
    monkeypatch.setattr(Rendition._meta.get_field("file"), "storage", storages["renditions"])
    monkeypatch.delenv("HOST", raising=False)
    monkeypatch.delenv("DEMO_PASSWORD", raising=False)


@pytest.fixture(scope="module", autouse=True)
def demo(django_db_setup, django_db_blocker, folder):
    """The demo, loaded once for all tests here, with pictures that are quickly drawn."""
    with django_db_blocker.unblock(), transaction.atomic():
        with override_settings(STORAGES=storages_in(folder), DATA_DIR=folder), pytest.MonkeyPatch.context() as patch:
            patch.setattr(scenes, "draw", lambda name, seed: Image.new("RGB", (320, 180), "#2a6471"))
            said = load()
        yield said
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def database(db):
    """What a test does to the demo is undone after it."""


@pytest.fixture
def fresh_accounts(db, settings, tmp_path):
    """As if no account had been made yet."""
    settings.DATA_DIR = tmp_path
    BasePage.objects.update(owner=None)
    Revision.objects.update(user=None)
    get_user_model().objects.all().delete()


def person(username: str):
    """The user behind an account."""
    return get_user_model().objects.get(username=username)


def live_articles() -> list[BasePage]:
    """Everything with a body that readers save, send, share and print."""
    return [page for page_class in ARTICLES for page in page_class.objects.live()]


class TestPages:
    """What there is to read."""

    @pytest.mark.parametrize("page_class", PAGE_TYPES, ids=lambda page_class: page_class.__name__)
    def test_every_type_is_live_in_number(self, page_class):
        assert page_class.objects.live().count() >= PAGE_TYPES[page_class]

    def test_every_live_page_can_be_read(self, client):
        broken = {page.url: client.get(page.url).status_code for page in BasePage.objects.live().filter(depth__gt=1)}
        assert set(broken.values()) == {200}, broken

    def test_the_main_navigation_in_its_order(self):
        menu = BasePage.objects.live().filter(show_in_menus=True).order_by("path")
        assert [page.slug for page in menu] == ["aktuelles", "programme", "praxisbeispiele", "termine", "ueber-uns"]

    def test_the_duties_of_a_public_site(self):
        purposes = InformationPage.objects.live().exclude(purpose="").values_list("purpose", flat=True)
        assert sorted(purposes) == sorted(InformationPage.Purpose.values)

    def test_the_site_says_who_publishes_it(self):
        identity = SiteIdentity.objects.get()
        assert identity.publisher.name == "Landesakademie für Führung und Beteiligung"
        assert identity.contact_email
        assert identity.claim

    def test_the_news_span_three_years(self):
        dates = ArticlePage.objects.live().filter(display_date__year__gt=2020).values_list("display_date", flat=True)
        assert (max(dates) - min(dates)).days > 2.8 * 365
        assert max(dates) <= timezone.now()

    def test_the_pages_look_as_old_as_they_say(self):
        for page in live_articles():
            assert page.first_published_at == page.display_date

    def test_every_article_is_complete(self):
        for page in live_articles():
            contact = page.contact or getattr(page, "press_contact", None)
            complete = [page.lead, page.lead_image, page.lead_image_alt, page.owner_body, contact]
            assert all(complete), page
            assert page.body or page.kind == "case_study", page
            assert page.subjects.exists(), page

    def test_every_block_occurs(self):
        kinds = Counter(block.block_type for page in live_articles() for block in page.body)
        assert set(kinds) == set(ArticlePage.body.field.stream_block.child_blocks)

    def test_case_studies_belong_to_invented_municipalities_and_say_so(self):
        assert all(study.municipality.is_demo for study in CaseStudyPage.objects.all())
        for study in CaseStudyPage.objects.live():
            assert "(erfunden)" in study.contact

    def test_real_municipalities_carry_their_real_keys(self):
        keys = dict(Municipality.objects.filter(is_demo=False).values_list("name", "ars"))
        assert keys == {
            "Pforzheim": "082310000000",
            "Mannheim": "082220000000",
            "Freiburg im Breisgau": "083110000000",
        }

    def test_pictures_are_credited(self):
        assert set(Picture.objects.values_list("credit", flat=True)) == {"Illustration: Aushang"}


class TestApproval:
    """The demo came through the same door as everything."""

    def test_every_live_page_was_approved_by_somebody_else(self):
        for page in BasePage.objects.live().filter(depth__gt=1):
            states = page.workflow_states.filter(status="approved")
            assert states
            for state in states:
                decisions = TaskState.objects.filter(workflow_state=state, status="approved")
                people = [decision.finished_by for decision in decisions]
                assert people
                assert len(set(people)) == len(people)
                assert not {page.owner, state.requested_by} & set(people)

    def test_the_desk_is_not_empty(self):
        states = PageState.objects.filter(page__in=ArticlePage.objects.filter(live=False))
        assert sorted(states.values_list("publication", "review")) == [
            ("never", "changes_requested"),
            ("never", "draft"),
            ("never", "submitted"),
            ("scheduled", "none"),
            ("withdrawn", "draft"),
        ]
        (request,) = TaskState.objects.filter(status="rejected")
        assert request.comment

    def test_only_the_waiting_page_waits_for_the_academy(self, client):
        client.force_login(person("akademie"))
        assert "Kinderbetreuung bei Abendsitzungen" in client.get("/admin/").content.decode()


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


class TestAgain:
    """A second run."""

    def test_changes_nothing(self, django_assert_max_num_queries):
        counted = [BasePage, Revision, PageLogEntry, Picture, File, Municipality, get_user_model()]
        before = [model.objects.count() for model in counted]
        with django_assert_max_num_queries(250):
            load()
        assert [model.objects.count() for model in counted] == before

    def test_keeps_what_people_changed(self):
        page = ArticlePage.objects.get(slug="jugendforum-falkenrode")
        page.title, page.slug = "Von Hand", "von-hand"
        page.save()
        load()
        assert ArticlePage.objects.get(pk=page.pk).title == "Von Hand"
        assert not ArticlePage.objects.filter(slug="jugendforum-falkenrode").exists()

    def test_never_brings_back_what_people_deleted(self):
        ArticlePage.objects.get(slug="jugendforum-falkenrode").delete()
        load()
        assert not ArticlePage.objects.filter(slug="jugendforum-falkenrode").exists()


class TestGuard:
    """Demo content has no place in earnest."""

    def test_refuses_under_production_settings(self, settings):
        settings.DEBUG = settings.AUSHANG_DEMO = False
        before = BasePage.objects.count()
        with pytest.raises(
            CommandError, match="Demo-Inhalte werden nur mit den Einstellungen für Entwicklung oder Demo"
        ):
            load("--articles", "3")
        assert BasePage.objects.count() == before


class TestGeneratedArticles:
    """`--articles N`: for trying loads."""

    def generated(self):
        return ArticlePage.objects.filter(slug__startswith="erzeugter-artikel-")

    def test_brings_the_total_to_the_number(self):
        assert "7 insgesamt, +7 in diesem Lauf." in load("--articles", "7")
        assert "7 insgesamt, +0 in diesem Lauf." in load("--articles", "7")
        assert "9 insgesamt, +2 in diesem Lauf." in load("--articles", "9")
        assert "4 insgesamt, -5 in diesem Lauf." in load("--articles", "4")
        assert self.generated().count() == 4

    def test_they_are_whole_pages_in_a_whole_tree(self, client):
        load("--articles", "5")
        assert BasePage.find_problems() == ([], [], [], [], [])
        page = self.generated().first()
        assert page.get_parent().specific_class is NewsIndexPage
        assert page.subjects.count() == 2
        assert client.get(page.url).status_code == 200
        assert client.get(f"{page.url}artikel.pdf").status_code == 200

    def test_they_are_found(self):
        load("--articles", "5")
        page = self.generated().last()
        assert page in list(ArticlePage.objects.search(page.place))

    def test_editors_can_work_on_them(self):
        load("--articles", "1")
        page = self.generated().get()
        page.title = "Bearbeitet"
        page.save_revision(user=person("akademie"))
        assert page.get_latest_revision_as_object().title == "Bearbeitet"

    @pytest.mark.parametrize("number", ["-1", "viele", "1.5"])
    def test_a_number_is_a_number(self, number):
        with pytest.raises(CommandError):
            load(f"--articles={number}")
