"""Changes of contacts: what somebody wants to be shown instead, until a second person agrees."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ContactChange(models.Model):
    """One wish to change a contact that readers see. Nothing changes for them before somebody else agrees."""

    contact = models.ForeignKey("page.Contact", on_delete=models.CASCADE, related_name="changes")
    # The fields as they are to be, by name.
    wanted = models.JSONField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    decided_at = models.DateTimeField(null=True)
    is_agreed = models.BooleanField(null=True)

    class Meta:
        app_label = "workflow"
        verbose_name = _("change of a contact")
        verbose_name_plural = _("changes of contacts")
        constraints = [
            models.UniqueConstraint(
                fields=["contact"], condition=models.Q(decided_at=None), name="workflow_one_open_contact_change"
            )
        ]

    def __str__(self) -> str:
        return str(self.contact)
