"""The demo came through the same door as everything."""

import pytest
from wagtail.models import TaskState

from home.page.models import BasePage
from home.workflow.models import PageState
from news.models import ArticlePage
from tests.home.demo.loading import person

pytestmark = pytest.mark.xdist_group("demo")


class TestApproval:
    """The demo came through the same door as everything."""

    def test_every_live_page_was_approved_by_somebody_else(self):
        for page in BasePage.objects.live().filter(depth__gt=1):
            states = page.workflow_states.filter(status="approved")
            assert states
            for state in states:
                decisions = TaskState.objects.filter(workflow_state=state, status="approved")
                people = [decision.finished_by for decision in decisions]
                assert people
                assert len(set(people)) == len(people)
                assert not {page.owner, state.requested_by} & set(people)

    def test_the_desk_is_not_empty(self):
        states = PageState.objects.filter(page__in=ArticlePage.objects.filter(live=False))
        assert sorted(states.values_list("publication", "review")) == [
            ("never", "changes_requested"),
            ("never", "draft"),
            ("never", "submitted"),
            ("scheduled", "none"),
            ("withdrawn", "draft"),
            ("withdrawn", "draft"),
        ]
        (request,) = TaskState.objects.filter(status="rejected")
        assert request.comment

    def test_only_the_waiting_page_waits_for_the_academy(self, client):
        client.force_login(person("akademie"))
        assert "Kinderbetreuung bei Abendsitzungen" in client.get("/admin/").content.decode()
