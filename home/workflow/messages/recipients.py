"""Who is told: by verb, a few named circles of people. Nobody is told of what they did themselves."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import User

from ..people import APPROVED, advising_groups

# The link in these messages leads to the editors' desk; people without one are told by the part of the site they use.
DESK = "wagtailadmin.access_admin"


def sender(page: Any) -> Iterable[User]:
    """Who submitted the text last, and who owns the page."""
    state = page.workflow_states.order_by("-pk").first()
    return [person for person in (state and state.requested_by, page.owner) if person]


def reviewers(page: Any) -> Iterable[User]:
    """The people whose decision the text waits for now."""
    step = page.current_workflow_task_state
    return User.objects.filter(groups__in=step.task.specific.open_groups(step)) if step else []


def advisers(page: Any) -> Iterable[User]:
    """The people who may comment on the text."""
    return [person for groups in advising_groups(page) for person in User.objects.filter(groups__in=groups)]


def earlier_approvers(page: Any) -> Iterable[User]:
    """Who approved an earlier step of the newest submission."""
    state = page.workflow_states.order_by("-pk").first()
    steps = state.task_states.filter(status=APPROVED).select_related("finished_by") if state else []
    return [step.finished_by for step in steps if step.finished_by]


def asker(page: Any) -> Iterable[User]:
    """Who asked to take the page offline."""
    request = page.withdrawals.order_by("-pk").select_related("asked_by").first()
    return [request.asked_by] if request and request.asked_by else []


def section_editors(page: Any) -> Iterable[User]:
    """Who may change every text of the page's section."""
    paths = [page.path[:end] for end in range(page.steplen, len(page.path) + 1, page.steplen)]
    return User.objects.filter(
        groups__page_permissions__page__path__in=paths, groups__page_permissions__permission__codename="change_basepage"
    )


CIRCLES = {
    "submit": (reviewers, advisers),
    "retract": (),
    "approve": (reviewers, sender),
    "request_changes": (sender, earlier_approvers),
    "send_back": (reviewers, earlier_approvers),
    "propose_decline": (reviewers,),
    "decline": (sender, earlier_approvers),
    "release": (sender, earlier_approvers),
    "advise": (reviewers, sender),
    "unschedule": (sender,),
    "ask_withdrawal": (section_editors,),
    "withdraw": (sender, asker),
    "archive": (sender,),
    "retire": (sender,),
    "reopen": (sender,),
    "publish_emergency": (section_editors, sender),
    "look_again": (),
    "go_live": (sender,),
    "go_offline": (sender,),
    "hold_back": (sender, earlier_approvers),
    "edited_under_review": (sender,),
}


def recipients_of(verb: str, page: Any, actor: Any) -> dict[User, str]:
    """Each person once, with the name of the first circle that holds them; only active editors with an address."""
    found: dict[User, str] = {}
    told_now = [circle for circle in CIRCLES.get(verb, ()) if not page.is_told_later(verb, circle.__name__)]
    for circle in told_now:
        for person in circle(page):
            if person != actor and person.email and person.has_perm(DESK):
                found.setdefault(person, circle.__name__)
    return found
