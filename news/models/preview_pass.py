"""Passes: who may read an approved article before its date, by a link of their own, and until when."""

from datetime import datetime

from django.conf import settings
from django.core import signing
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

SALT = "news.preview_pass"


class PreviewPass(models.Model):
    """One person's link to one article. The link holds no secret of the database: it is the signed key of the row."""

    article = models.ForeignKey("news.ArticlePage", on_delete=models.CASCADE, related_name="preview_passes")
    recipient = models.CharField(
        _("for whom"), max_length=120, help_text=_("Name and newsroom; stands across the page as a watermark.")
    )
    expires_at = models.DateTimeField(_("valid until"))
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(_("last opened"), null=True, blank=True)
    opened = models.PositiveIntegerField(_("times opened"), default=0)

    class Meta:
        verbose_name = _("preview pass")
        verbose_name_plural = _("preview passes")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.recipient

    @property
    def address(self) -> str:
        """The absolute link for this person."""
        return settings.BASE_URL + reverse("preview_pass", args=[signing.dumps(self.pk, salt=SALT)])

    def is_valid(self, at: datetime | None = None) -> bool:
        """Whether the link opens the article."""
        return self.revoked_at is None and self.expires_at > (at or timezone.now())

    @classmethod
    def behind(cls, token: str) -> "PreviewPass | None":
        """The pass of a link; None for a link that nobody here made."""
        try:
            key = signing.loads(token, salt=SALT)
        except signing.BadSignature:
            return None
        return cls.objects.select_related("article").filter(pk=key).first()
