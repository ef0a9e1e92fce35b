"""Why a text under review cannot be edited, and where it is decided instead."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.locks import WorkflowLock


class ReviewLock(WorkflowLock):
    """Wagtail's lock, which also knows steps at which nobody edits, and says where to decide."""

    def get_message(self, user: AbstractBaseUser) -> str | None:
        """The sentence above the form."""
        if not self.for_user(user):
            return None
        sentence = _("This text waits at “%(step)s”. Only the reviewers of this step may edit it.")
        if self.task.read_only:
            sentence = _("This text waits for its release at “%(step)s”. Until then nobody can edit it.")
        link = format_html(
            '<a class="desk-lock-link" href="{}">{}</a>',
            reverse("desk_page", args=[self.object.pk]),
            _("To the approval of this page"),
        )
        return format_html("{} {}", sentence % {"step": self.task.name}, link)

    def get_description(self, user: AbstractBaseUser, can_lock: bool = False) -> str:
        """The sentence in the side panel."""
        if self.task.read_only:
            return _("Nobody can edit the text while it waits for its release.")
        return super().get_description(user, can_lock)
