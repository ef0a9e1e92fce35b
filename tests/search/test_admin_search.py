"""The search fields of the admin: parts of titles, drafts too, within permissions, at a price that grows in step."""

import time

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import GroupPagePermission

from home.page.models import BasePage, Subject
from search.engines.choice import embedded
from tests.factories import media, pages
from tests.factories.people import person

pytestmark = pytest.mark.django_db


@pytest.fixture
def explorer(client, superuser):
    """Titles that the explorer's search finds."""
    client.force_login(superuser)

    def search(text: str) -> str:
        response = client.get(reverse("wagtailadmin_pages:search"), {"q": text})
        assert response.status_code == 200
        return response.content.decode()

    return search


def test_a_part_of_a_title_finds_drafts_and_changed_titles_too(explorer):
    pages.draft_article(title="Geheimer Brückenplan")
    page = pages.article(title="Alter Name")
    page.title = "Künftiger Name"
    page.save_revision()
    assert "Geheimer Brückenplan" in explorer("brückenpl")
    assert "Künftiger Name" in explorer("künftig")
    assert "Künftiger Name" in explorer("Alter")


def test_umlauts_whatever_case(explorer):
    pages.draft_article(title="Ämter öffnen")
    assert "Ämter öffnen" in explorer("ämter")
    assert "Ämter öffnen" in explorer("ÄMTER")


def test_public_pages_are_also_found_by_their_text(explorer, article):
    assert article.title in explorer("Wochenmärkte")


def test_choosers_find_pages_pictures_documents_and_subjects(client, superuser):
    client.force_login(superuser)
    pages.article(title="Brückenfest")
    media.picture("Brückenbild")
    media.document("Brückenplan")
    pages.subject("Brückenbau")
    choosers = {
        "Brückenfest": reverse("wagtailadmin_choose_page_search"),
        "Brückenbild": reverse("wagtailimages_chooser:choose_results"),
        "Brückenplan": reverse("wagtaildocs_chooser:choose_results"),
        "Brückenbau": reverse(Subject.snippet_viewset.chooser_viewset.get_url_name("choose_results")),
    }
    for title, address in choosers.items():
        response = client.get(address, {"q": "brücken"})
        assert response.status_code == 200
        assert title in response.content.decode(), address


def test_nobody_finds_pages_that_the_explorer_hides(client):
    own, other = pages.section(title="Eigenes"), pages.section(title="Fremdes")
    pages.information(own, title="Eigene Brücke")
    pages.information(other, title="Fremde Brücke")
    group = Group.objects.create(name="Nur Eigenes")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    change = Permission.objects.get(content_type__app_label="page", codename="change_basepage")
    GroupPagePermission.objects.create(group=group, page=BasePage.objects.get(pk=own.pk), permission=change)
    user = person("nur-eigenes")
    user.groups.add(group)
    client.force_login(user)
    found = client.get(reverse("wagtailadmin_pages:search"), {"q": "Brücke"}).content.decode()
    assert "Eigene Brücke" in found
    assert "Fremde Brücke" not in found


@pytest.mark.parametrize("text", ["", "*", "%", "_", "\x00", "'", '"', "a" * 5000, "wort " * 300, "(((", "ﷺ" * 50])
def test_nothing_breaks_it(explorer, text):
    explorer(text)


def test_the_price_grows_at_most_in_step_with_the_pages():
    def seconds() -> float:
        best = []
        for _try in range(3):
            started = time.process_time()
            found = BasePage.objects.all().search("Gemeinsam")
            assert found.count() == BasePage.objects.filter(title__contains="Gemeinsam").count()
            list(found[:20])
            best.append(time.process_time() - started)
        return min(best)

    parent = pages.news_index()

    def grow(count):
        for _number in range(count):
            pages.live(pages.ArticlePage, parent, title="Gemeinsam vor Ort")

    grow(10)
    few = seconds()
    grow(40)
    assert seconds() < 5 * few + 0.05


def test_saving_queues_no_task_for_an_index_of_wagtails(monkeypatch):
    asked = []
    monkeypatch.setattr("modelsearch.index.insert_or_update_object", asked.append)
    pages.article(title="Nur unser Index")
    assert asked == []


def test_saving_writes_no_index_of_wagtails():
    pages.article(title="Nur unser Index")
    assert embedded().digests()
