"""What else happens when a page moved: its state row follows, and old addresses lead on."""

from typing import Any

from wagtail.contrib.redirects.models import Redirect
from wagtail.log_actions import log
from wagtail.models import WorkflowState

from .keeping import keep_in_step
from .models import PageState
from .states import Publication, Review

SAID_ONLY = {
    "decline": {"review": Review.DECLINED},
    "archive": {"publication": Publication.ARCHIVED, "review": Review.NONE},
    "retire": {"publication": Publication.ARCHIVED, "review": Review.NONE},
}


def follow(verb: str, page: Any, **kwargs) -> None:
    """Brings the state row in step; *declined* and *archived* cannot be computed, they are said by their verbs."""
    if verb == "reopen":
        PageState.objects.filter(page=page).update(publication=Publication.NEVER, review=Review.DRAFT)
    keep_in_step(page)
    if said := SAID_ONLY.get(verb):
        PageState.objects.filter(page=page).update(**said)


def lead_on(verb: str, page: Any, withdrawal: Any = None, path: str | None = None, **kwargs) -> None:
    """The address of a page that was merged into another one leads there."""
    if verb == "withdraw" and path and withdrawal.successor_id:
        Redirect.add_redirect(path, redirect_to=withdrawal.successor, is_permanent=True)


def page_changed(instance: Any, **kwargs) -> None:
    """After a page was published or unpublished by whatever road, e.g. by its date."""
    keep_in_step(instance)


def page_created(instance: Any, created: bool, raw: bool = False, **kwargs) -> None:
    """Every page has its state row from the start."""
    if created and not raw:
        PageState.objects.get_or_create(page_id=instance.pk)


def workflow_changed(instance: Any, **kwargs) -> None:
    """After Wagtail moved a workflow, e.g. to its next step."""
    state = instance if isinstance(instance, WorkflowState) else instance.workflow_state
    if hasattr(state.content_object, "state"):
        keep_in_step(state.content_object)


def remember(verb: str, page: Any, user: Any, comment: str = "", **kwargs) -> None:
    """An entry in the page's history."""
    log(instance=page, action=f"aushang.{verb}", user=user, data={"comment": comment} if comment else {})
