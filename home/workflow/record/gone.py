"""Pages that were deleted: their record stays, and is read like that of any other page."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from wagtail.permissions import policy_registry

from home.page.models import BasePage

from ..models import Entry

VERB = "delete"


@dataclass(frozen=True)
class GonePage:
    """What a record needs to know of a page that is no more."""

    pk: int
    title: str
    language: str = settings.LANGUAGE_CODE

    @property
    def slug(self) -> str:
        """For the name of the file."""
        return str(self.pk)

    @property
    def state(self) -> str:
        """Where it stands."""
        return _("deleted")

    def canonical_url(self) -> str:
        """It has no address any more."""
        return ""


def deletions() -> QuerySet[Entry]:
    """The entries that tell of a deletion."""
    return Entry.objects.filter(verb=VERB)


def gone_page(page_key: int) -> GonePage | None:
    """The deleted page with this key."""
    entry = deletions().filter(page_key=page_key).last()
    return GonePage(entry.page_key, entry.title) if entry else None


def may_read_gone(user: Any) -> bool:
    """Editors and administrators: whoever may change texts of others."""
    if not user.is_active:
        return False
    rows = policy_registry.get_by_type(BasePage).get_cached_permissions_for_user(user)
    return user.is_superuser or any(row.permission.codename.startswith("change_") for row in rows)
