"""Who acts for which municipality. What they write belongs to the municipality, never to them."""

from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class MembershipQuerySet(models.QuerySet):
    """Memberships asked in the words of the portal."""

    def current(self) -> Self:
        """Accepted and not ended."""
        return self.filter(accepted_at__isnull=False, ended_at=None, user__is_active=True)

    def open(self) -> Self:
        """Current ones, and invitations that wait for an answer."""
        return self.filter(ended_at=None)


class Membership(models.Model):
    """A person in a municipality, with what they may do there."""

    class Role(models.TextChoices):
        OWNER = "owner", _("writes, submits, and looks after the team")
        EDITOR = "editor", _("writes and submits")
        READER = "reader", _("reads along")

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    municipality = models.ForeignKey("bodies.Municipality", on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(_("role"), max_length=10, choices=Role, default=Role.EDITOR)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    invited_at = models.DateTimeField(_("invited"), auto_now_add=True)
    accepted_at = models.DateTimeField(_("accepted"), null=True)
    ended_at = models.DateTimeField(_("ended"), null=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "municipality"],
                condition=models.Q(ended_at=None),
                name="portal_one_open_membership",
            )
        ]

    def __str__(self) -> str:
        return f"{self.user.get_full_name() or self.user.email}: {self.municipality}"

    @property
    def may_write(self) -> bool:
        """Whether the person may change texts."""
        return self.role != self.Role.READER
