"""A picture whose consent was revoked is gone from page and storage. That is told apart from tampering, strictly:

all that is missing must be named in the record, and all the rest must be as it was approved.
"""

import copy
from typing import Any

from wagtail.models import Revision

from ..content.digest import manifest_of, sealed
from ..content.references import child_relations, named_in, target
from ..models import Entry, Manifest

VERB = "revoke_consent"


def targets_of(entries: list[Entry]) -> set[str]:
    """The pictures that the record says were taken out."""
    found = [entry for entry in entries if entry.verb == VERB and hasattr(entry, "remark")]
    return {entry.remark.text for entry in found if entry.remark.text}


def explains(revision: Revision, shown: dict[str, Any], digest: str, values: dict[str, str], gone: set[str]) -> bool:
    """Whether readers see exactly what was approved, but for these pictures."""
    approved = Manifest.objects.filter(digest=digest).first()
    if not gone or approved is None or sealed(approved.content) != digest:
        return False
    model = revision.content_type.model_class()
    erased = {key: value for key, value in approved.content["refers_to"].items() if key in gone}
    if sealed(manifest_of(model, revision.content, values | erased)) != digest:
        return False
    return sealed(manifest_of(model, without(model, revision.content, gone), values)) == sealed(shown)


def without(model: type, content: dict[str, Any], gone: set[str]) -> dict[str, Any]:
    """The content without the rows and fields that refer to these pictures."""
    rest = copy.copy(content)
    for field in model._meta.fields:
        if field.is_relation and target(field.related_model, content.get(field.name)) in gone:
            rest[field.name] = None
    for relation in child_relations(model):
        name = relation.get_accessor_name()
        rows = content.get(name) or []
        rest[name] = [row for row in rows if not gone & set(named_in(relation.related_model, row))]
    return rest
