"""A clock that stands where a test puts it."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone


@pytest.fixture
def clock(monkeypatch):
    """Sets the time of the whole site, in UTC."""

    def stand(moment: str) -> datetime:
        at = datetime.fromisoformat(moment).replace(tzinfo=UTC)
        monkeypatch.setattr(timezone, "now", lambda: at)
        return at

    return stand
