"""What every verb has in common: refusing with a sentence, holding the page, and telling what was done."""

import logging
from typing import Any

from django.dispatch import Signal
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.actions.unpublish_page import UnpublishPageAction

from .verdict import Verdict

# Sent inside the transaction of every verb, after the deed. Arguments: verb, page, user, comment, revision, and what
# the verb adds. Receivers write the state row, the record and the messages; what one of them raises undoes the deed.
moved = Signal()
logger = logging.getLogger(__name__)


class Refused(Exception):  # noqa: N818
    """A verb was refused; the text is the sentence a person reads.

    Not a PermissionDenied: Wagtail's admin would replace the sentence by a general one.
    """


def demand(verdict: Verdict, user: Any = None, page: Any = None) -> None:
    """Raises the refusal, if it is one. Where a person is named, the attempt is noted in the log of the site."""
    if verdict.allowed:
        return
    if user is not None:
        logger.warning("refused: user %s, page %s: %s", user.pk, page and page.pk, verdict.reason)
    raise Refused(str(verdict.reason))


def locked(page: Any) -> Any:
    """The page as it is now; other verbs on it wait until this transaction ends."""
    base = page.base_page_model
    page = base.objects.select_for_update(of=("self",)).get(pk=page.pk).specific
    page.stood_at = page.state  # the record says where the page stood before the deed
    return page


def current_step(page: Any) -> Any:
    """The step the page waits at."""
    step = page.current_workflow_task_state
    if step is None:
        raise Refused(_("This text is not under review."))
    return step


def fresh(step: Any) -> Any:
    """The step as it is now, with its workflow held against a second decision at the same moment."""
    state_model = type(step.workflow_state)
    state_model.objects.select_for_update(of=("self",)).get(pk=step.workflow_state_id)
    return type(step).objects.get(pk=step.pk)


def agreed(step: Any, user: Any, comment: str) -> bool:
    """Whether the step has all answers it needs, after noting this one."""
    task = step.task.specific
    if task.kind != task.Kind.AGREEMENT:
        return True
    if step.votes.filter(user=user).exists():
        raise Refused(_("You have already agreed for your group. The others still have to."))
    step.votes.create(user=user, comment=comment, group=task.open_groups(step).filter(user=user).first())
    return not task.open_groups(step).exists()


def done(verb: str, page: Any, user: Any, comment: str = "", revision: Any = None, **more: Any) -> None:
    """Tells everybody who keeps something about the page what was done to it."""
    told = {"verb": verb, "page": page, "user": user, "comment": comment, **more}
    moved.send(sender=type(page), revision=revision or page.latest_revision, **told)


def end_review(page: Any, user: Any) -> None:
    """Whatever submission is under way ends, also one that went back with requested changes."""
    if state := page.current_workflow_state:
        state.cancel_unguarded(user=user)


def take_dates_back(page: Any) -> None:
    """No version of the page goes live by itself any more."""
    for revision in page.revisions.exclude(approved_go_live_at=None):
        revision.approved_go_live_at = None
        revision.save(update_fields=["approved_go_live_at"])


def taken_offline(verb: str, page: Any, user: Any, comment: str, row: Any) -> None:
    """Gone for readers; the row says what is told at the old address."""
    row.done_by, row.done_at = user, timezone.now()
    row.revision = page.live_revision
    row.save()
    path = page.get_url_parts()
    UnpublishPageAction(page, user=user).execute(skip_permission_checks=True)
    done(verb, page, user, comment, withdrawal=row, path=path and path[2])
