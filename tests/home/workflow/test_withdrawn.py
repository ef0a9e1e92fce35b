"""The address of a page that was taken offline says so, and why, and nothing else of it."""

import pytest
from django.core.management import call_command

from home.page.models import BasePage
from home.workflow import transitions
from home.workflow.models import Withdrawal
from home.workflow.record.uses import pages_using
from tests.design.site_under_test import every_type, parsed
from tests.factories import approval, pages
from tests.factories.media import document

pytestmark = pytest.mark.django_db


@pytest.fixture
def live(author, academy):
    return approval.approved(author, academy)


def test_what_is_out_of_date_is_gone_by_name(client, live, emergency):
    transitions.withdraw(live, emergency, "Intern: peinlich.", kind="outdated", notice="Das Programm ist beendet.")
    response = client.get(live.url)
    text = response.content.decode()
    assert response.status_code == 410
    assert live.title in text
    assert "Das Programm ist beendet." in text
    assert "zurückgezogen" in text
    assert "noindex" in text
    for hidden in ("peinlich", "dreimal", live.lead):
        assert hidden not in text


def write_on(page, author, **changes):
    """Writes in a page that is not live: the edit form saves its row as well."""
    page.refresh_from_db()
    for field, value in changes.items():
        setattr(page, field, value)
    page.save()
    page.save_revision(user=author)


def test_what_is_written_after_it_is_shown_to_nobody(client, live, author, emergency):
    headline = live.title
    transitions.withdraw(live, emergency, "Vorbei.")
    write_on(live, author, title="Ungeprüfter Satz", lead="Ungeprüfter Satz")
    response = client.get(live.url)
    text = response.content.decode()
    assert response.status_code == 410
    assert headline in text
    assert "Ungeprüfter Satz" not in text


def test_what_was_wrong_is_not_repeated(client, live, emergency):
    transitions.withdraw(live, emergency, "Falsch.", kind="wrong")
    response = client.get(live.url)
    assert response.status_code == 410
    assert live.title not in response.content.decode()
    assert "Sie enthielt Fehler." in response.content.decode()


def test_what_was_merged_leads_on(client, live, emergency):
    successor = pages.article(slug="nachfolger")
    transitions.withdraw(live, emergency, "Doppelt.", kind="merged", successor=successor)
    response = client.get(live.url)
    assert (response.status_code, response.url) == (301, "/aktuelles/nachfolger/")


def test_other_addresses_of_it_are_not_there(client, live, emergency):
    transitions.withdraw(live, emergency, "Vorbei.")
    for address in (f"{live.url}artikel.pdf", f"{live.url}teilen/", f"/a/{live.pk}/", f"{live.url}nix/"):
        assert client.get(address).status_code == 404


def test_behind_a_restriction_nothing_is_said(client, live, emergency):
    live.get_parent().view_restrictions.create(restriction_type="login")
    transitions.withdraw(live, emergency, "Vorbei.")
    assert client.get(live.url).status_code == 404


def test_a_draft_was_never_there(client, author):
    page = pages.draft_article(owner=author)
    assert client.get(page.url).status_code == 404


def test_published_again_it_is_there_again(client, live, author, academy, emergency):
    transitions.withdraw(live, emergency, "Vorbei.")
    approval.edit(live, author, lead="Neu.")
    transitions.submit(live, author)
    transitions.approve(live, academy)
    assert client.get(live.url).status_code == 200


def offering(paper):
    """A block that offers this document."""
    return {"type": "downloads", "value": {"title": "Dateien", "files": [{"document": paper.pk, "title": ""}]}}


class TestKept:
    """What is out of date may stay readable, below a notice and out of everything that lists."""

    @pytest.fixture
    def kept(self, live, emergency):
        transitions.withdraw(live, emergency, "Intern.", kind="kept", notice="Seit 2026 gelten andere Beträge.")
        return live

    def test_the_text_stays_below_a_notice(self, client, kept):
        response = client.get(kept.url)
        text = response.content.decode()
        assert response.status_code == 200
        for said in (kept.title, "dreimal", "Zurückgezogen am", "Seit 2026 gelten andere Beträge.", "noindex"):
            assert said in text, said
        assert "Intern." not in text
        assert text.index("Zurückgezogen am") < text.index(kept.title, text.index("<main"))

    def test_nothing_can_be_taken_along_and_no_list_names_it(self, client, kept):
        assert "article-actions" not in client.get(kept.url).content.decode()
        for address in ("/aktuelles/", "/sitemap.xml", "/aktuelles/feed.atom", "/suche/?q=Testartikel"):
            assert kept.title not in client.get(address).content.decode(), address
        assert client.get(f"{kept.url}artikel.pdf").status_code == 404

    def test_what_is_written_later_changes_nothing_of_it(self, client, kept, author):
        paper = document("Entwurf der neuen Beträge")
        write_on(kept, author, title="Ungeprüfter Satz", lead="Ungeprüfter Satz", body=[offering(paper)])
        text = client.get(kept.url).content.decode()
        assert "dreimal" in text
        assert "Ungeprüfter Satz" not in text
        assert client.get(paper.url).status_code == 404

    def test_its_version_is_not_purged(self, client, kept, author):
        write_on(kept, author, lead="Ungeprüfter Satz")
        call_command("purge_revisions", verbosity=0)
        assert "dreimal" in client.get(kept.url).content.decode()

    def test_it_goes_with_its_page(self, kept):
        kept.delete()
        assert not Withdrawal.objects.exists()

    def test_its_documents_stay_as_well(self, client, live, author, academy, emergency):
        paper = document("Alte Beträge")
        approval.edit(live, author, body=[offering(paper)])
        transitions.submit(live, author)
        transitions.approve(live, academy)
        transitions.withdraw(live, emergency, "Intern.", kind="kept")
        assert client.get(paper.url).status_code == 200
        assert list(pages_using(paper)) == [BasePage.objects.get(pk=live.pk)]
        approval.edit(live, author, lead="Neu.")
        transitions.submit(live, author)
        transitions.approve(live, academy)
        transitions.withdraw(live, emergency, "Falsch.", kind="wrong")
        assert client.get(paper.url).status_code == 404

    def test_behind_a_restriction_it_is_not_there(self, client, kept):
        kept.get_parent().view_restrictions.create(restriction_type="login")
        assert client.get(kept.url).status_code == 404

    @pytest.mark.parametrize("kind", ["EditionPage", "ProgramPage", "EventPage", "CaseStudyPage"])
    def test_every_kind_of_article_can_be_kept(self, client, emergency, kind):
        page = every_type()[kind]
        transitions.withdraw(page, emergency, "Intern.", kind="kept")
        response = client.get(page.url)
        parsed(response)
        assert response.status_code == 200
        for call in ("Jetzt bewerben", "nachfragen/", "termin.ics", "termine.ics"):
            assert call not in response.content.decode(), call
