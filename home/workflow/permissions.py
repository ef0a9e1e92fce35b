"""Closes Wagtail's own doors (publish, unpublish, delete, move, schedule) with the rules of approval."""

from django.db.models import CharField
from django.db.models.functions import Cast
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.models import PagePermissionTester, WorkflowState
from wagtail.permissions import policy_registry


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
    def waits(self) -> bool:
        """Whether the page, or a page below it, is under review."""
        if self.page.workflow_in_progress:
            return True
        if not self.page.numchild:
            return False
        below = self.page.get_descendants().annotate(key=Cast("pk", CharField())).values("key")
        waiting = WorkflowState.objects.filter(status=WorkflowState.STATUS_IN_PROGRESS, object_id__in=below)
        return waiting.filter(base_content_type=self.page.get_base_content_type()).exists()

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
        """Nothing that waits, and nothing that readers see, is deleted or moved around its approval."""
        if self.waits or (self.shows_live_content and not self.holds_publish):
            return False
        return super().can_delete(ignore_bulk=ignore_bulk)

    def can_move_to(self, destination) -> bool:
        """Wagtail lets superusers skip `can_move`; here nobody does."""
        return self.can_move() and super().can_move_to(destination)

    def can_reorder_children(self) -> bool:
        """The order of pages that readers see."""
        return super().can_reorder_children() and (self.holds_publish or not self.shows_live_content)

    def can_unschedule(self) -> bool:
        """Taking back a schedule keeps a text from going live; editors may."""
        return self.can_edit() and not self.waits

    def can_set_view_restrictions(self) -> bool:
        """Lifting a restriction shows content to readers, so it counts as publishing once the page is live."""
        return self.holds_publish or (self.user.is_superuser and not self.shows_live_content)


def reason_against_change(permissions: PagePermissions) -> str:
    """Why a page cannot be moved, deleted or unpublished; empty if it can, as far as approval is concerned."""
    if permissions.waits:
        return _("This page, or a page below it, is under review. Please wait for the decision or take the text back.")
    if permissions.shows_live_content and not permissions.holds_publish:
        return _("Readers see this page, or a page below it. Only the emergency group may take it away or move it.")
    return ""
