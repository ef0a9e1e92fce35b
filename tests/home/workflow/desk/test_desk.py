"""The desk around the approval screen: dashboard, bulk, filters, report, set-up, pictures."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Task, Workflow

from home.workflow import roles, transitions
from home.workflow.desk.flow import in_words, steps
from home.workflow.models import FourEyesTask
from home.workflow.states import FOR_SENDERS, Review
from tests.factories import approval, pages

pytestmark = pytest.mark.django_db
BULK = reverse("wagtail_bulk_action", args=["page", "basepage", "approval"])


def shown(client, user, address):
    client.force_login(user)
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_dashboard_says_what_waits_for_whom(client, author, academy, ministry):
    approval.submitted(author, title="Wartender Text")
    assert "Wartender Text" in shown(client, academy, "/admin/").split("Wartet auf Sie")[1].split("</table>")[0]
    assert "Auf Sie wartet nichts." in shown(client, ministry, "/admin/")


def test_the_own_submission_does_not_wait_for_oneself(client, academy):
    approval.submitted(academy, title="Eigener Text")
    assert "Auf Sie wartet nichts." in shown(client, academy, "/admin/")


def test_authors_read_their_texts_in_words_for_senders(client, author):
    approval.submitted(author)
    assert str(FOR_SENDERS[Review.SUBMITTED]) in shown(client, author, "/admin/").split("Ihre Texte")[1]


def test_a_withdrawal_waits_for_a_second_person(client, author, academy):
    page = pages.article(owner=author, title="Alter Text")
    transitions.ask_withdrawal(page, author, "Vorbei.")
    assert "Zurückziehen bestätigen" in shown(client, academy, "/admin/")


def bulk(client, user, chosen, **typed):
    client.force_login(user)
    ids = "&".join(f"id={page.pk}" for page in chosen)
    return client.post(f"{BULK}?{ids}&next=/admin/pages/", typed, follow=True)


def test_bulk_does_what_it_may_and_says_why_not(client, author, academy):
    good, own = approval.submitted(author, title="Fremder Text"), approval.submitted(academy, title="Eigener Text")
    answer = bulk(client, academy, [good, own], verb="approve", comment="Alles gut.").content.decode()
    assert "Ausgeführt: 1 Seite" in answer
    assert "Nicht ausgeführt: 1 Seite" in answer
    assert "Sie haben diesen Text selbst eingereicht. Jemand anderes muss ihn freigeben." in answer
    good.refresh_from_db()
    own.refresh_from_db()
    assert (good.live, own.live) == (True, False)


def test_bulk_with_everything_below(client, author, academy):
    page = approval.submitted(author)
    bulk(client, academy, [page.get_parent()], verb="approve", include_descendants="on")
    page.refresh_from_db()
    assert page.live


def test_bulk_demands_the_reason_of_each_page(client, author, academy):
    page = approval.submitted(author)
    answer = bulk(client, academy, [page], verb="decline").content.decode()
    assert "Bitte schreiben Sie eine Begründung." in answer
    assert page.workflow_in_progress


def test_bulk_knows_no_emergency(client, author, emergency):
    page = approval.submitted(author)
    bulk(client, emergency, [page], verb="publish_emergency", comment="Schnell.")
    page.refresh_from_db()
    assert not page.live


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("publication=published", {"Online"}),
        ("publication=never", {"Entwurf", "Wartend"}),
        ("review=submitted", {"Wartend"}),
        ("review=draft&review=submitted", {"Entwurf", "Wartend"}),
        ("review=submitted&q=Wartend", {"Wartend"}),
        ("review=erfunden", {"Online", "Entwurf", "Wartend"}),
    ],
)
def test_the_explorer_filters_by_state(client, author, superuser, query, expected):
    pages.article(title="Online")
    pages.draft_article(title="Entwurf")
    approval.submitted(author, title="Wartend")
    client.force_login(superuser)
    answer = client.get(reverse("wagtailadmin_explore", args=[pages.news_index().pk]) + f"?{query}")
    assert {page.title for page in answer.context["pages"]} == expected


@pytest.mark.parametrize("where", ["explorer", "report"])
def test_queries_do_not_grow_with_rows(client, academy, author, where):
    index = pages.news_index()
    address = reverse("desk_report") if where == "report" else reverse("wagtailadmin_explore", args=[index.pk])

    def count():
        shown(client, academy, address)
        with CaptureQueriesContext(connection) as queries:
            shown(client, academy, address)
        return len(queries)

    for _number in range(12):
        approval.submitted(author)
    few = count()
    for _number in range(38):
        approval.submitted(author)
    many = count()
    assert many <= few


def test_the_report_filters_and_exports(client, author, academy):
    approval.submitted(author, title="Wartend")
    pages.article(title="Online")
    content = shown(client, academy, reverse("desk_report") + "?review=submitted")
    assert "Wartend" in content
    assert "Online" not in content
    client.force_login(academy)
    table = client.get(reverse("desk_report") + "?review=submitted&export=csv")
    lines = b"".join(table.streaming_content).decode().splitlines()
    assert lines[0].startswith("Titel,Art,Veröffentlichung,Prüfung")
    assert lines[1].startswith("Wartend,Artikel,nie veröffentlicht,bei der Akademie")
    assert client.get(reverse("desk_report") + "?export=xlsx").status_code == 200


def test_assignments_are_set_up_in_the_admin(client, superuser):
    section, workflow = pages.section(), Workflow.objects.get(name="Programm")
    client.force_login(superuser)
    assert shown(client, superuser, reverse("assignment:index"))
    client.post(reverse("assignment:add"), {"section": section.pk, "content_type": "", "workflow": workflow.pk})
    assert pages.information(section).get_workflow().pk == workflow.pk


@pytest.mark.parametrize("role", ["author", "academy", "ministry", "emergency", "superuser"])
def test_everybody_sees_how_approval_works(client, role, request):
    content = shown(client, request.getfixturevalue(role), reverse("desk_flows"))
    assert content.count("<svg viewBox") == 3
    assert (
        "Änderungen anfordern (ein Mitglied der Gruppe): führt zu „Änderungen angefordert“; mit Begründung" in content
    )


def test_conditional_steps_agreements_and_advice_are_marked(client, superuser):
    task = Task.objects.get(name=roles.RELEASE.name).specific
    task.kind, task.only_when = task.Kind.AGREEMENT, "amount_given"
    task.save()
    content = shown(client, superuser, reverse("desk_flows"))
    assert "jede dieser Gruppen muss zustimmen" in content
    assert "desk-box--maybe" in content


def test_nothing_waits_at_a_step_of_advice(superuser, client):
    FourEyesTask.objects.filter(name=roles.RELEASE.name).update(kind="advice")
    lines = {line.node.title: line.arrows for line in in_words(steps(Workflow.objects.get(name="Programm")))}
    assert lines[roles.RELEASE.name] == []
    assert [end.key for arrow, end in lines[roles.CHECK.name] if arrow.verb == "approve"] == ["published"]
    assert shown(client, superuser, reverse("desk_flows"))


def test_the_edit_form_offers_the_approval_and_no_dead_ends(client, academy, author):
    page = pages.article(owner=author)
    content = shown(client, academy, reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert reverse("desk_page", args=[page.pk]) in content
    assert "action-publish" not in content
    assert "action-unpublish" not in content
