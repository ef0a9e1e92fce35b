"""Closes Wagtail's own doors (publish, unpublish, delete, move, schedule) with the rules of approval."""

from django.apps import apps
from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.models import PagePermissionTester
from wagtail.permissions import policy_registry

from .people import locked_by_other, why_locked
from .states import WAITING, Publication


class PagePermissions(PagePermissionTester):
    """What a user may do with a page outside its workflow.

    Publishing is granted by group only. A superuser has no such group, so rank opens no publish door.
    """

    @cached_property
    def granted(self) -> set[str]:
        """The actions that the user's groups grant on this page; asked for superusers too."""
        if not self.user.is_active:
            return set()
        policy = policy_registry.get(self.page)
        return {
            row.permission.codename.rsplit("_", maxsplit=1)[0]
            for row in policy.get_cached_permissions_for_user(self.user)
            if self.page.path.startswith(row.page.path)
        }

    @property
    def holds_publish(self) -> bool:
        """Member of the emergency group."""
        return "publish" in self.granted

    @property
    def speaks_for_sender(self) -> bool:
        """Whether the user acts for whoever submitted the text, without being that person."""
        return False

    @cached_property
    def is_under_review(self) -> bool:
        """Whether the page, or a page below it, is under review."""
        return self.page.workflow_in_progress or self.states_below(review__in=WAITING)

    @cached_property
    def waits(self) -> bool:
        """Whether the page, or a page below it, is under review, or was approved for a date."""
        own = getattr(self.page, "state", None)
        has_date = own is not None and own.publication == Publication.SCHEDULED
        return self.is_under_review or has_date or self.states_below(publication=Publication.SCHEDULED)

    def states_below(self, **wanted) -> bool:
        """Whether a page below stands so."""
        return bool(self.page.numchild) and states_below(self.page).filter(**wanted).exists()

    @property
    def is_locked_by_other(self) -> bool:
        """Whether somebody else locked the page by hand."""
        return locked_by_other(self.user, self.page)

    @cached_property
    def shows_live_content(self) -> bool:
        """Whether readers see the page or a page below it."""
        return self.page.live or (bool(self.page.numchild) and self.page.get_descendants().live().exists())

    def can_publish(self) -> bool:
        """Nobody publishes outside the door: texts are approved, emergencies are a verb with a reason."""
        return False

    def can_publish_subpage(self) -> bool:
        """Creating and publishing in one go is publishing."""
        return False

    def can_unpublish(self) -> bool:
        """Taking a page offline is a verb with a reason and a second person."""
        return False

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """Nothing that waits is deleted; what readers see is taken offline first, by a verb with a reason."""
        if self.waits or self.is_locked_by_other or self.shows_live_content:
            return False
        return super().can_delete(ignore_bulk=ignore_bulk)

    def can_move(self) -> bool:
        """Nothing that waits is moved; what readers see is moved by the emergency group, which is recorded."""
        if self.waits or self.is_locked_by_other or (self.shows_live_content and not self.holds_publish):
            return False
        return super().can_delete(ignore_bulk=True)

    def can_move_to(self, destination) -> bool:
        """Wagtail lets superusers skip `can_move`; here nobody does."""
        return self.can_move() and super().can_move_to(destination)

    def can_reorder_children(self) -> bool:
        """The order of pages that readers see."""
        return super().can_reorder_children() and (self.holds_publish or not self.shows_live_content)

    def can_unschedule(self) -> bool:
        """Taking back a schedule keeps a text from going live; editors may."""
        return self.can_edit() and not self.is_under_review

    def can_set_view_restrictions(self) -> bool:
        """Who may read is approved with the text; on a live page, lifting a restriction is publishing."""
        return not self.waits and (self.holds_publish or (self.user.is_superuser and not self.shows_live_content))


def states_below(page) -> QuerySet:
    """The states of all pages below."""
    below = apps.get_model("workflow.PageState").objects.filter(page__path__startswith=page.path)
    return below.exclude(page=page.pk)


def reason_against_waiting(permissions: PagePermissions) -> str:
    """The sentence about a page that waits; empty if it does not."""
    if permissions.is_under_review:
        return _("This page, or a page below it, is under review. Please wait for the decision or take the text back.")
    if permissions.waits:
        return _("This page, or a page below it, was approved for a date. Please take back the date first.")
    return ""


def reason_against_move(permissions: PagePermissions) -> str:
    """Why a page cannot be moved; empty if it can, as far as approval is concerned."""
    if reason := reason_against_waiting(permissions):
        return reason
    if permissions.shows_live_content and not permissions.holds_publish:
        return _("Readers see this page, or a page below it. Only the emergency group may take it away or move it.")
    return why_locked(permissions.page) if permissions.is_locked_by_other else ""


def reason_against_removal(permissions: PagePermissions) -> str:
    """Why a page cannot be deleted or unpublished; empty if it can, as far as approval is concerned."""
    if reason := reason_against_move(permissions):
        return reason
    if permissions.shows_live_content:
        return _("Readers see this page, or a page below it. Please take it offline first, with a reason.")
    return ""


def reason_against_privacy(permissions: PagePermissions) -> str:
    """Why it cannot be changed now who may read a page; empty if it can."""
    if permissions.can_set_view_restrictions():
        return ""
    if permissions.is_under_review:
        return _("This page, or a page below it, is under review. Who may read it stays as it is until the decision.")
    if reason := reason_against_waiting(permissions):
        return reason
    return _("Only the emergency group may change who may read this page.")
