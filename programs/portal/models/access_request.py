"""Somebody of a municipality asks to be let in; the academy decides."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class AccessRequest(models.Model):
    """Kept until it is decided; a refusal erases who asked."""

    municipality = models.ForeignKey(
        "bodies.Municipality", verbose_name=_("municipality"), on_delete=models.PROTECT, related_name="+"
    )
    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("e-mail address"))
    asked_at = models.DateTimeField(_("asked"), auto_now_add=True)
    decided_at = models.DateTimeField(_("decided"), null=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    granted = models.BooleanField(_("granted"), null=True)

    class Meta:
        verbose_name = _("request for access")
        verbose_name_plural = _("requests for access")
        ordering = ["asked_at"]

    def __str__(self) -> str:
        return f"{self.name}: {self.municipality}"

    @property
    def is_of_known_domain(self) -> bool:
        """Whether the address belongs to the domain of the municipality's website or mailbox."""
        domain = self.email.rpartition("@")[2].lower()
        town = self.municipality
        host = town.website.partition("://")[2].partition("/")[0].removeprefix("www.").lower()
        return domain in {host, town.email.rpartition("@")[2].lower()} - {""}
