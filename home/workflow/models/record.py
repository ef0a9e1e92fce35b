"""The record: entries that nobody can change unseen, and beside them what may be erased."""

import uuid
from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..content.digest import manifest_of_revision, sealed


class NeverChanged(Exception):  # noqa: N818
    """An entry of the record was about to be changed or deleted."""


def refuse(*args: Any, **kwargs: Any) -> NoReturn:
    """Whatever it was, it is not done."""
    raise NeverChanged("Entries of the record are neither changed nor deleted.")


class EntryQuerySet(models.QuerySet):
    """Entries are read and appended, nothing else."""

    update = delete = bulk_create = bulk_update = update_or_create = refuse


class Entry(models.Model):
    """One thing that was done to a page. Keys only: no row it names has to exist any more."""

    number = models.PositiveBigIntegerField(_("number"), primary_key=True)
    at = models.DateTimeField(_("when"))
    page_key = models.PositiveBigIntegerField(_("page"))
    title = models.CharField(_("title"), max_length=255)
    verb = models.CharField(_("what"), max_length=40)
    from_publication = models.CharField(max_length=20)
    from_review = models.CharField(max_length=20)
    to_publication = models.CharField(max_length=20)
    to_review = models.CharField(max_length=20)
    revision_key = models.PositiveBigIntegerField(_("version"), null=True)
    digest = models.CharField(_("digest of the version"), max_length=64, blank=True)
    person_key = models.CharField(_("person"), max_length=32, blank=True)
    comment_digest = models.CharField(_("digest of the comment"), max_length=64, blank=True)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        app_label = "workflow"
        verbose_name = _("entry of the record")
        verbose_name_plural = _("entries of the record")
        indexes = [models.Index(fields=["page_key", "-number"], name="workflow_entries_of_page")]

    def __str__(self) -> str:
        return f"{self.number}: {self.verb} {self.title}"

    def save(self, *args, **kwargs) -> None:
        """Once."""
        if not self._state.adding:
            refuse()
        super().save(*args, **{**kwargs, "force_insert": True})

    delete = refuse


class Head(models.Model):
    """The end of the chain: one row, held while an entry is appended."""

    number = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, blank=True)

    class Meta:
        app_label = "workflow"

    def __str__(self) -> str:
        return f"{self.hash}:{self.number}"


def opaque_key() -> str:
    """A key that says nothing about the person."""
    return uuid.uuid4().hex


class Person(models.Model):
    """Who is behind the key of a person; erased, the key stays and says nothing."""

    key = models.CharField(max_length=32, primary_key=True, default=opaque_key)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="in_record"
    )
    name = models.CharField(max_length=300, blank=True)

    class Meta:
        app_label = "workflow"

    def __str__(self) -> str:
        return self.name


class Remark(models.Model):
    """The comment of an entry, which holds only its salted digest."""

    entry = models.OneToOneField(Entry, primary_key=True, on_delete=models.PROTECT, related_name="remark")
    text = models.TextField(blank=True)
    salt = models.CharField(max_length=32, blank=True)

    class Meta:
        app_label = "workflow"

    def __str__(self) -> str:
        return self.text


class Manifests(models.Manager):
    """Manifests by what they are a manifest of."""

    def take(self, revision: Any) -> str:
        """Keeps the manifest of the revision as it is now, and returns its digest."""
        manifest = manifest_of_revision(revision)
        return self.get_or_create(digest=sealed(manifest), defaults={"content": manifest})[0].digest

    def is_as_recorded(self, revision: Any, verbs: tuple[str, ...]) -> bool:
        """Whether text, files and shared texts are what they were when the last of these verbs was done."""
        entries = Entry.objects.filter(page_key=int(revision.object_id), revision_key=revision.pk, verb__in=verbs)
        last = entries.order_by("-number").first()
        return last is not None and last.digest == sealed(manifest_of_revision(revision))


class Manifest(models.Model):
    """What a digest stands for, so that a deviation can be named. Holds no text, only hashes and shared names."""

    digest = models.CharField(max_length=64, primary_key=True)
    content = models.JSONField()

    objects = Manifests()

    class Meta:
        app_label = "workflow"

    def __str__(self) -> str:
        return self.digest


class Use(models.Model):
    """A version that readers see, or that waits for it, refers to a file or a shared text."""

    page = models.ForeignKey("page.BasePage", on_delete=models.CASCADE, related_name="+")
    revision = models.ForeignKey("wagtailcore.Revision", on_delete=models.CASCADE, related_name="+")
    target = models.CharField(max_length=80, db_index=True)

    class Meta:
        app_label = "workflow"
        constraints = [models.UniqueConstraint(fields=["revision", "target"], name="workflow_use_once")]

    def __str__(self) -> str:
        return f"{self.page_id}: {self.target}"


class ChangeNotes(models.Manager):
    """Notes by the version they are about."""

    def said_with(self, revision: Any) -> str:
        """The note of a version; empty without one."""
        return self.filter(revision=revision).values_list("text", flat=True).first() or ""


class ChangeNote(models.Model):
    """What the author says about a saved version."""

    revision = models.OneToOneField(
        "wagtailcore.Revision", primary_key=True, on_delete=models.CASCADE, related_name="change_note"
    )
    text = models.CharField(max_length=300)

    objects = ChangeNotes()

    class Meta:
        app_label = "workflow"

    def __str__(self) -> str:
        return self.text
