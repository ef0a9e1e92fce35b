"""Which mails of the calendar went out: one row each, so that a run twice sends them once."""

from django.db import models


class Reminder(models.Model):
    """A mail of the calendar about one thing."""

    kind = models.CharField(max_length=40)
    about = models.CharField(max_length=80)
    sent_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "about"], name="portal_reminded_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.about}"
