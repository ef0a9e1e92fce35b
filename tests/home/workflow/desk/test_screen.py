"""The approval screen, through its real address and by role."""

import re

import pytest
from django.urls import reverse
from wagtail.models import PageLogEntry

from home.workflow import transitions
from tests.factories import approval, pages

pytestmark = pytest.mark.django_db


def address(page):
    return reverse("desk_page", args=[page.pk])


def look(client, user, page):
    client.force_login(user)
    answer = client.get(address(page))
    return answer, answer.content.decode()


def buttons(content):
    return re.findall(r'name="verb"\s+value="(\w+)"', content)


def form(content, group="decide", **typed):
    seen = re.search(r'name="seen" value="([^"]+)"', content)[1]
    return {"seen": seen, "group": group, "comment": "", **typed}


@pytest.fixture
def waiting(author):
    return approval.submitted(author, title="Wartender Text")


@pytest.fixture
def program(author, academy):
    page = pages.draft(type(pages.program()), pages.program_index(), title="Programm", owner=author)
    transitions.submit(page, author)
    transitions.approve(page, academy, "Fachlich gut.")
    page.refresh_from_db()
    return page


def test_an_author_sees_the_own_text_and_may_take_it_back(client, author, waiting):
    answer, content = look(client, author, waiting)
    assert answer.status_code == 200
    assert buttons(content) == ["retract"]


def test_the_academy_decides(client, academy, waiting):
    _answer, content = look(client, academy, waiting)
    assert buttons(content) == ["approve", "request_changes", "decline"]


def test_the_ministry_looks_on_while_the_academy_decides(client, ministry, waiting):
    _answer, content = look(client, ministry, waiting)
    assert buttons(content) == []
    assert "Im Augenblick gibt es hier für Sie nichts zu entscheiden." in content


def test_the_emergency_group_has_a_form_of_its_own(client, emergency, waiting):
    _answer, content = look(client, emergency, waiting)
    assert buttons(content) == ["publish_emergency"]


def test_rank_opens_nothing(client, superuser, waiting):
    _answer, content = look(client, superuser, waiting)
    assert buttons(content) == []


def test_other_authors_do_not_see_it(client, waiting, django_user_model):
    stranger = django_user_model.objects.create_user("fremd")
    stranger.groups.add(*waiting.owner.groups.all())
    client.force_login(stranger)
    assert client.get(address(waiting)).status_code == 302


def test_an_unknown_page_is_a_404(client, academy, waiting):
    client.force_login(academy)
    assert client.get("/admin/pages/999999/vorgang/").status_code == 404


def test_every_closed_verb_has_its_reason(client, author, waiting):
    _answer, content = look(client, author, waiting)
    assert "Diesen Schritt dürfen nur Mitglieder der prüfenden Gruppe entscheiden." in content


def test_approving_puts_it_live_and_shows_the_page_again(client, academy, waiting):
    _answer, content = look(client, academy, waiting)
    answer = client.post(address(waiting), form(content, verb="approve", comment="Gut."))
    assert (answer.status_code, answer.url) == (302, address(waiting))
    waiting.refresh_from_db()
    assert waiting.live


def test_a_missing_reason_is_said_and_nothing_done(client, academy, waiting):
    _answer, content = look(client, academy, waiting)
    answer = client.post(address(waiting), form(content, verb="request_changes"))
    assert answer.status_code == 422
    assert "Bitte schreiben Sie eine Begründung. Sie wird Teil der Akte." in answer.content.decode()
    assert waiting.workflow_in_progress


def test_a_refusal_keeps_what_was_typed(client, academy, author, waiting):
    _answer, content = look(client, academy, waiting)
    approval.edit(waiting, author, lead="Schnell noch")
    transitions.submit(waiting, author)
    answer = client.post(address(waiting), form(content, verb="approve", comment="Mein langer Kommentar"))
    assert "Der Text wurde geändert, seit Sie diese Seite geöffnet haben." in answer.content.decode()
    assert "Mein langer Kommentar" in answer.content.decode()
    waiting.refresh_from_db()
    assert not waiting.live


def test_what_was_typed_survives_even_if_the_form_is_gone(client, academy, waiting):
    _answer, content = look(client, academy, waiting)
    transitions.decline(waiting, academy, "Passt nicht.")
    answer = client.post(address(waiting), form(content, verb="request_changes", comment="Mein langer Kommentar"))
    assert "Mein langer Kommentar" in answer.content.decode()


def test_a_double_click_does_it_once(client, academy, waiting):
    _answer, content = look(client, academy, waiting)
    typed = form(content, verb="approve", comment="Gut.")
    assert [client.post(address(waiting), typed).status_code for _click in range(2)] == [302, 302]
    assert PageLogEntry.objects.filter(page=waiting.pk, action="aushang.approve").count() == 1


def test_a_double_click_in_an_emergency_publishes_once(client, emergency, waiting):
    _answer, content = look(client, emergency, waiting)
    typed = form(content, "emergency", verb="publish_emergency", comment="Hochwasser.")
    for _click in range(2):
        client.post(address(waiting), typed)
    assert waiting.second_looks.count() == 1


@pytest.mark.parametrize("broken", [{"seen": "x"}, {"verb": "drop"}, {"verb": ""}, {"comment": "a" * 5000}])
def test_broken_forms_are_answered_with_a_sentence(client, academy, waiting, broken):
    _answer, content = look(client, academy, waiting)
    answer = client.post(address(waiting), form(content, verb="approve") | broken)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()


def test_the_ministry_releases_here_and_cannot_edit(client, ministry, program):
    _answer, content = look(client, ministry, program)
    assert buttons(content) == ["approve", "request_changes", "send_back", "decline"]
    edit = client.get(reverse("wagtailadmin_pages:edit", args=[program.pk])).content.decode()
    assert "Bis dahin kann ihn niemand bearbeiten." in edit
    assert address(program) in edit
    client.post(address(program), form(content, verb="approve"))
    program.refresh_from_db()
    assert program.live


def test_two_persons_take_a_page_offline(client, author, academy):
    page, successor = pages.article(owner=author), pages.article()
    _answer, content = look(client, author, page)
    typed = {"verb": "ask_withdrawal", "kind": "merged", "successor": successor.pk, "comment": "Steht jetzt dort."}
    assert client.post(address(page), form(content, "withdrawal", **typed)).status_code == 302
    page.refresh_from_db()
    assert page.live
    _answer, content = look(client, academy, page)
    assert 'name="kind"' not in content
    answer = client.post(address(page), form(content, "withdrawal", verb="withdraw", comment="Ja."))
    assert answer.status_code == 302
    page.refresh_from_db()
    assert not page.live
    assert page.withdrawals.get().successor_id == successor.pk


def test_without_javascript_the_address_of_the_successor_is_enough(client, author):
    page, successor = pages.article(owner=author), pages.article()
    _answer, content = look(client, author, page)
    typed = {"verb": "ask_withdrawal", "kind": "merged", "successor_address": successor.url, "comment": "Dort."}
    client.post(address(page), form(content, "withdrawal", **typed))
    assert page.withdrawals.get().successor_id == successor.pk


@pytest.mark.parametrize("wrong", [{"successor_address": "/nirgends/"}, {}])
def test_a_merger_needs_a_page_that_exists(client, author, wrong):
    page = pages.article(owner=author)
    _answer, content = look(client, author, page)
    typed = {"verb": "ask_withdrawal", "kind": "merged", "comment": "Dort.", **wrong}
    assert client.post(address(page), form(content, "withdrawal", **typed)).status_code == 422
    assert not page.withdrawals.exists()


def test_the_difference_is_marked_for_eyes_and_ears(client, author, academy):
    page = pages.article(owner=author, lead="Treffen am Montag im Rathaus")
    approval.edit(page, author, lead="Treffen am Freitag im Rathaus")
    _answer, content = look(client, academy, page)
    assert re.search(r"<del><span[^>]*>entfernt: </span>Montag", content)
    assert re.search(r"<ins><span[^>]*>eingefügt: </span>Freitag", content)


def test_what_people_write_is_shown_as_text(client, academy, author):
    page = pages.draft_article(owner=author, lead="<script>alert(1)</script>")
    transitions.submit(page, author, "<b>Bitte</b>")
    _answer, content = look(client, academy, page)
    assert "<script>alert(1)" not in content
    assert "&lt;b&gt;Bitte&lt;/b&gt;" in content
