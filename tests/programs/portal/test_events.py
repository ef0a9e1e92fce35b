"""What a municipality reads of what happened so far."""

import pytest

from programs.portal.events import events_of
from tests.factories import portal

pytestmark = pytest.mark.django_db


def told(page) -> list[str]:
    """In words, the newest first."""
    return [str(event.what) for event in events_of(page.pk)]


def test_of_a_new_draft_there_is_nothing_to_tell(writer, town):
    assert told(portal.draft(writer, town)) == []


def test_the_release_is_told_once(writer, town, academy, ministry):
    page = portal.published(writer, town, academy, ministry)
    assert told(page) == ["Veröffentlicht", "Geprüft und weitergegeben", "Von Ihnen eingereicht"]
