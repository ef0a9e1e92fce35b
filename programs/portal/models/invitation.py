"""An invitation of the academy to tell what worked: one for each municipality of an edition."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Invitation(models.Model):
    """Whom the academy asked for a case study, by when, and what became of it."""

    municipality = models.ForeignKey(
        "bodies.Municipality", verbose_name=_("municipality"), on_delete=models.PROTECT, related_name="invitations"
    )
    occasion = models.ForeignKey(
        "page.BasePage",
        verbose_name=_("edition"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="invitations",
    )
    membership = models.ForeignKey("portal.Membership", null=True, on_delete=models.SET_NULL, related_name="+")
    # What a finished one looks like; named in the invitation as long as readers can read it.
    example = models.ForeignKey("programs.CaseStudyPage", null=True, on_delete=models.SET_NULL, related_name="+")
    deadline = models.DateField(_("deadline"))
    invited_at = models.DateTimeField(_("invited"))
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    page = models.OneToOneField(
        "programs.CaseStudyPage", null=True, on_delete=models.SET_NULL, related_name="invitation"
    )

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-invited_at"]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "occasion"], name="portal_invited_once"),
        ]

    def __str__(self) -> str:
        return f"{self.municipality}: {self.occasion}"
