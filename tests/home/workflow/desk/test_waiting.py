"""*Wartet auf Sie*: the list offers exactly what its buttons allow, and asks no more of a longer list."""

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext

from home.page.models import BasePage
from home.workflow import policy, roles, transitions
from home.workflow.desk.waiting import waiting_for
from home.workflow.models import FourEyesTask
from tests.factories import approval, pages
from tests.factories.people import person
from tests.roles.truth import PLACES, ROLES

pytestmark = pytest.mark.django_db


def is_listed(user, page) -> bool:
    return page.pk in {item.page.pk for item in waiting_for(user)[0]}


def is_for(user, key: int) -> bool:
    """Whether a decision is open that waits for somebody; to take a page offline unasked waits for nobody."""
    page = BasePage.objects.get(pk=key).specific
    verbs = ["approve", "look_again"] + ["withdraw"] * page.withdrawals.filter(done_at=None).exists()
    return any(policy.may(verb, user, page).allowed for verb in verbs)


@pytest.mark.parametrize("place", PLACES)
def test_it_offers_what_each_role_may_do(request, author, academy, place):
    page = PLACES[place](author, academy)
    people = [request.getfixturevalue(role) for role in ROLES] + [person("akademie2", roles.ACADEMY)]
    assert [is_listed(user, page) for user in people] == [is_for(user, page.pk) for user in people]


def test_who_worked_on_the_text_is_not_asked(author, academy):
    page = pages.draft_article(owner=author)
    approval.edit(page, academy, lead="Mitgeschrieben.")
    transitions.submit(page, author)
    assert not is_listed(academy, page)
    assert is_listed(person("akademie2", roles.ACADEMY), page)


def test_who_approved_one_step_is_not_asked_at_the_next(author, ministry):
    both = person("beides", roles.ACADEMY, roles.MINISTRY)
    page = approval.with_the_ministry(author, both)
    assert not is_listed(both, page)
    assert is_listed(ministry, page)


def test_a_group_that_agreed_is_not_asked_again(author, academy, ministry):
    step = FourEyesTask.objects.get(name=roles.CHECK.name)
    FourEyesTask.objects.filter(pk=step.pk).update(kind=FourEyesTask.Kind.AGREEMENT)
    step.groups.add(Group.objects.get(name=roles.MINISTRY.name))
    page = approval.submitted(author)
    transitions.approve(page, academy)
    assert not is_listed(person("akademie2", roles.ACADEMY), page)
    assert is_listed(ministry, page)


def test_what_was_changed_since_waits_for_its_author(author, academy, emergency):
    page = approval.submitted(author)
    page.save_revision(user=emergency)
    assert is_listed(academy, page) is is_for(academy, page.pk)


def test_a_longer_list_asks_no_more(client, author, academy, emergency):
    client.force_login(academy)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/admin/").status_code == 200
        return len(queries)

    def one_more_of_each() -> None:
        approval.submitted(author)
        transitions.ask_withdrawal(pages.article(owner=author), author, "Vorbei.")
        transitions.publish_emergency(pages.draft_article(owner=author), emergency, "Hochwasser.")

    one_more_of_each()
    asked()
    few = asked()
    for _more in range(4):
        one_more_of_each()
    assert len(waiting_for(academy)[0]) == 15
    assert asked() <= few
