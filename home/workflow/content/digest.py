"""The digest of a version: its canonical content, the hashes of its files, and the names of what it refers to."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models.functions import Coalesce
from wagtail.fields import StreamField
from wagtail.utils.file import hash_filelike

from .references import (
    SHOWN_OF_FILE,
    SHOWN_OF_TEXT,
    WATCHED,
    as_data,
    child_relations,
    model_of,
    references_of,
    unwrapped,
)

# Belongs to the page as a whole or to its place in the tree, not to a version of its text.
VOLATILE = {
    "pk", "id", "basepage_ptr", "path", "depth", "numchild", "url_path", "content_type", "locale", "translation_key",
    "draft_title", "live", "has_unpublished_changes", "owner", "locked", "locked_at", "locked_by", "latest_revision",
    "live_revision", "latest_revision_created_at", "first_published_at", "last_published_at", "expired", "alias_of",
}  # fmt: skip
MISSING = "missing"

Manifest = dict[str, Any]


def digest_of(revision: Any) -> str:
    """The digest of a revision with everything it refers to, as it is now."""
    return sealed(manifest_of_revision(revision))


def sealed(manifest: Manifest) -> str:
    """The digest that a manifest has."""
    return hashlib.sha256(stable(manifest).encode()).hexdigest()


def stable(value: Any) -> str:
    """The same text for the same content, whatever order it came in."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), cls=DjangoJSONEncoder)


def manifest_of_revision(revision: Any) -> Manifest:
    """What the digest of a revision is made of."""
    model, content = revision.content_type.model_class(), revision.content
    return manifest_of(model, content, values_of(references_of(model, content)))


def manifest_of(model: type[models.Model], content: dict[str, Any], values: dict[str, str]) -> Manifest:
    """The parts: hash of the content, hashes of files, names. `values` may know more than is needed."""
    targets = sorted(references_of(model, content))
    text = stable(canonical(model, content))
    return {
        "type": model._meta.label_lower,
        "content": hashlib.sha256(text.encode()).hexdigest(),
        "refers_to": {target: values.get(target, MISSING) for target in targets},
    }


def canonical(model: type[models.Model], content: dict[str, Any], parent: str = "") -> dict[str, Any]:
    """The content without what is volatile, each value in one form only."""
    found = {
        field.name: plain(field, content[field.name])
        for field in (*model._meta.fields, *model._meta.many_to_many)
        if field.name in content and field.name not in VOLATILE and field.name != parent
    }
    for relation in child_relations(model):
        rows = content.get(relation.get_accessor_name()) or []
        below = [canonical(relation.related_model, row, relation.field.name) for row in rows]
        found[relation.get_accessor_name()] = below
    return found


def plain(field: models.Field, value: Any) -> Any:
    """A value in the form in which both a revision and a row of the table can be compared."""
    if value is None:
        return None
    if isinstance(field, StreamField):
        return without_keys(as_data(value))
    if field.many_to_many:
        return sorted(value)
    if isinstance(field, models.DecimalField):
        return str(Decimal(value).quantize(Decimal(1).scaleb(-field.decimal_places)))
    return value


def without_keys(raw: Any) -> Any:
    """A body without the keys of its blocks and list items, which say nothing to readers."""
    if isinstance(raw, list):
        return [without_keys(unwrapped(item)) for item in raw]
    if isinstance(raw, dict):
        drop = {"id"} if {"type", "value"} <= set(raw) else set()
        return {name: without_keys(value) for name, value in raw.items() if name not in drop}
    return raw


def values_of(targets: Iterable[str], read_files: bool = False) -> dict[str, str]:
    """The present hash or name of each of these, one query a table."""
    keys = defaultdict(set)
    for target in targets:
        label, key = target.split(":")
        keys[label].add(key)
    read = {"file": hashes_read if read_files else hashes_stored, "name": names, "words": hashes_of_words}
    return {
        f"{label}:{key}": value for label, wanted in keys.items() for key, value in read[WATCHED[label]](label, wanted)
    }


def names(label: str, keys: set[str]) -> Iterable[tuple[Any, str]]:
    """Keys and names. A municipality's name belongs to the official list: for it stands its address, which stays."""
    name = Coalesce("municipality__slug", "name") if label == "bodies.body" else "name"
    return model_of(label).objects.filter(pk__in=keys).values_list("pk", name)


def hashes_of_words(label: str, keys: set[str]) -> Iterable[tuple[Any, str]]:
    """Keys and the hash of all words that readers see."""
    for row in model_of(label).objects.filter(pk__in=keys):
        words = stable([getattr(row, name) for name in SHOWN_OF_TEXT[label]])
        yield row.pk, hashlib.sha256(words.encode()).hexdigest()


def hashes_stored(label: str, keys: set[str]) -> Iterable[tuple[Any, str]]:
    """Keys and hashes as stored with the file; one that nobody needed so far is made now."""
    for row in model_of(label).objects.filter(pk__in=keys).only("pk", "file", "file_hash", *SHOWN_OF_FILE[label]):
        yield row.pk, with_words(label, row, row.file_hash or row.get_file_hash())


def hashes_read(label: str, keys: set[str]) -> Iterable[tuple[Any, str]]:
    """Keys and hashes of the files as they lie in storage now."""
    for row in model_of(label).objects.filter(pk__in=keys).only("pk", "file", *SHOWN_OF_FILE[label]):
        try:
            with row.open_file() as file:
                yield row.pk, with_words(label, row, hash_filelike(file))
        except OSError:
            yield row.pk, MISSING


def with_words(label: str, row: models.Model, file_hash: str) -> str:
    """The hash of a file, and the hash of what readers see beside it: a credit names a person, so only its hash."""
    words = stable([getattr(row, name) for name in SHOWN_OF_FILE[label]])
    return f"{file_hash} {hashlib.sha256(words.encode()).hexdigest()}"
