"""Review and round ask the database no more when there is more to review, or to ask for."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from home.workflow.models import Message
from programs.portal.freshness import to_confirm
from programs.portal.models import Case
from tests.factories import portal
from tests.factories.people import person

pytestmark = pytest.mark.django_db


def asked_by(deed) -> int:
    """The questions of a deed; test transactions are not counted."""
    with CaptureQueriesContext(connection) as queries:
        deed()
    return len([query for query in queries if "SAVEPOINT" not in query["sql"]])


def test_the_review_asks_no_more_with_more_comments(writer, town, academy):
    page = portal.submitted(writer, town)
    client, screen = Client(), reverse("portal_review", args=[page.pk])
    client.force_login(academy)
    portal.comment(page, academy)
    client.get(screen)
    few = asked_by(lambda: client.get(screen))
    for number in range(8):
        portal.comment(page, person(f"prueferin-{number}"), "wirkung")
    assert client.get(screen).content.decode().count("Wie viele kamen?") >= 9
    assert asked_by(lambda: client.get(screen)) == few


def test_the_yearly_question_asks_no_more_for_more_case_studies(writer, town, academy, ministry):
    def due(count: int) -> int:
        for _number in range(count):
            portal.published(writer, town, academy, ministry)
        Case.objects.filter(freshness_asked_at=None).update(fresh_at=timezone.now() - timedelta(days=400))
        return asked_by(lambda: list(to_confirm(timezone.now())))

    due(1)
    few = due(1)
    assert due(3) == few
    assert Message.objects.filter(verb="portal.freshness").count() == 5
