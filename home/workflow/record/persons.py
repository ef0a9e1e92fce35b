"""Persons and comments lie beside the chain, so that both can be erased and the chain still proves itself."""

import hashlib
import secrets
from typing import Any

from django.db import transaction
from wagtail.models import PageLogEntry, TaskState

from ..models import Entry, Person, Remark, Vote


def key_of(user: Any) -> str:
    """The opaque key of a person; empty for code without a user."""
    if user is None or user.pk is None:
        return ""
    name = user.get_full_name() or user.get_username()
    person, _created = Person.objects.get_or_create(user=user, defaults={"name": name[:300]})
    return person.key


def names_of(keys: set[str]) -> dict[str, str]:
    """The names behind these keys, as far as they are not erased."""
    return dict(Person.objects.filter(key__in=keys).exclude(name="").values_list("key", "name"))


def salted(comment: str) -> tuple[str, str]:
    """A fresh salt, and the digest of the comment with it."""
    salt = secrets.token_hex(16)
    return salt, digest(salt, comment)


def digest(salt: str, comment: str) -> str:
    """What the entry knows of a comment."""
    return hashlib.sha256(f"{salt}\n{comment}".encode()).hexdigest()


def forget(user: Any) -> int:
    """Erases who a person was; returns how many persons of the record that were. The entries stay as they are."""
    return Person.objects.filter(user=user).update(name="", user=None)


@transaction.atomic
def erase_remark(entry: Entry) -> None:
    """Erases the text of a comment here, and the copies that Wagtail keeps of it."""
    remark = Remark.objects.filter(entry=entry).first()
    if remark is None:
        return
    text = remark.text
    Remark.objects.filter(entry=entry).update(text="", salt="")
    if text:
        PageLogEntry.objects.filter(page=entry.page_key, data__comment=text).update(data={})
        steps = TaskState.objects.filter(workflow_state__object_id=str(entry.page_key), comment=text)
        Vote.objects.filter(step__workflow_state__object_id=str(entry.page_key), comment=text).update(comment="")
        steps.update(comment="")
