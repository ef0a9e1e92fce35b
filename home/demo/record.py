"""What was loaded already: one history entry a page, which stays when people move, rename or delete the page."""

from wagtail.log_actions import log
from wagtail.models import PageLogEntry

from home.page.models import BasePage

LOADED = "aushang.demo"


def was_loaded(key: str) -> bool:
    """Whether the page with this key came to life in an earlier run."""
    return PageLogEntry.objects.filter(action=LOADED, data__key=key).exists()


def record(page: BasePage, key: str) -> None:
    """Remembers that the page was loaded."""
    log(instance=page, action=LOADED, data={"key": key})
