"""One attempt to sign in by mail. Made for known and unknown addresses alike, so that neither can be told apart."""

from django.conf import settings
from django.db import models


class SignIn(models.Model):
    """Digests of the key in the link and of the six digits; neither can be read here."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+")
    key_digest = models.CharField(max_length=64, unique=True)
    code_digest = models.CharField(max_length=64)
    tries = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField(db_index=True)
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return str(self.created_at)
