"""Somebody in a picture no longer agrees: the picture goes at once, without waiting for anybody's approval."""

from typing import Any

from django.db import transaction

from home.actions.pdf import store
from home.media.models import Picture
from home.workflow.deed import done, locked

from ..models import CaseStudyPage
from .letters import write_to_all
from .people import members_of

VERB = "revoke_consent"


@transaction.atomic
def revoke_picture(page: CaseStudyPage, user: Any, picture: Picture) -> None:
    """Original and all copies are deleted; the record says so, and stored PDFs are made anew."""
    held = locked(page)
    key = picture.pk
    newest = held.get_latest_revision_as_object()
    shared = held.latest_revision_id != held.live_revision_id
    picture.delete()
    if shared:
        newest.pictures = [row for row in newest.pictures.all() if row.image_id != key]
        newest.save_revision(user=user, clean=False)
    store.remove(held.pk)
    store.remove_collections()
    done(VERB, held, user, f"media.picture:{key}", revision=held.live_revision)
    write_to_all(members_of(held), "consent_revoked", actor=user, page=held, title=held.title)
