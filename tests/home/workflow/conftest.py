"""What several tests of approval share."""

import pytest


@pytest.fixture
def real_tasks(settings):
    """The queue of the production, in which a task is a row of the same transaction."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
