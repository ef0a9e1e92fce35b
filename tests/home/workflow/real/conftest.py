"""A database in which everything is real: what is written stays, until the test is over."""

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.db import connection, connections
from django.db.models import QuerySet

from home.page.models import BasePage
from home.workflow import roles
from tests.factories.people import person

LEFT = ("Remark", "Entry", "Head", "Manifest", "Person", "Message")
# What pages refer to; the municipality before the body that it is.
REFERRED_TO = (
    "bodies.Municipality", "bodies.Body", "page.Subject", "programs.TargetGroup", "programs.Method", "media.Picture"
)  # fmt: skip


@pytest.fixture
def db(django_db_setup, django_db_blocker):
    """No transaction around the test; its pages, people and traces are taken away afterwards."""
    with django_db_blocker.unblock():
        assert "test" in str(connection.settings_dict["NAME"])
        stood = set(BasePage.objects.values_list("pk", flat=True))
        had = {label: set(rows_of(label).values_list("pk", flat=True)) for label in REFERRED_TO}
        yield
        for page in BasePage.objects.exclude(pk__in=stood).order_by("-path"):
            page.specific.delete()
        User.objects.all().delete()
        for label, keys in had.items():
            rows_of(label).exclude(pk__in=keys).delete()
        Session.objects.all().delete()
        for name in LEFT:
            model = apps.get_model("workflow", name)
            model.objects.all()._raw_delete(model.objects.db)
        for label in ("wagtailcore.PageLogEntry", "django_tasks_database.DBTaskResult"):
            apps.get_model(label).objects.all().delete()
        apps.get_model("workflow.FourEyesTask").objects.update(kind="approval")
        connections.close_all()


def rows_of(label: str) -> QuerySet:
    """All rows of a model."""
    return apps.get_model(label).objects.all()


@pytest.fixture
def editors(academy):
    """Two editors of the academy."""
    return [academy, person("akademie2", roles.ACADEMY)]
