"""A file or a shared text on a live or waiting page is not exchanged from the side: that goes through approval.

Asked of people at work in the admin, whatever their rank or group; code without a user (imports, demo) may.
"""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.log_actions import get_active_log_context

from ..content.references import SHOWN_OF_FILE, SHOWN_OF_TEXT
from ..deed import Refused
from .uses import pages_using

SHOWN = 3


def before_file_saved(instance: Any, raw: bool = False, update_fields: Any = None, **kwargs) -> None:
    """A new file, or other words, in the place of what is used."""
    if not instance.pk or raw or not somebody_at_work():
        return
    if is_other_file(instance):
        refuse_replacement(instance)
    saved = [name for name in shown_beside(instance) if update_fields is None or name in update_fields]
    if any(stored(instance, name) != getattr(instance, name) for name in saved):
        refuse_rewording(instance)


def shown_beside(instance: models.Model) -> tuple[str, ...]:
    """The fields of a file that readers see."""
    return SHOWN_OF_FILE[type(instance)._meta.label_lower]


def refuse_rewording(instance: models.Model) -> None:
    """Refuses other words beside the file, if it is used."""
    refuse_exchange(
        instance,
        _(
            "What readers see of this file cannot be changed here. It is used on pages that are published or wait for "
            "approval: %(pages)s. Please upload the file once more with the new words, choose it on the page and "
            "submit the page for approval."
        ),
    )


def refuse_replacement(instance: models.Model) -> None:
    """Refuses another file, if the one there is used."""
    refuse_exchange(
        instance,
        _(
            "This file cannot be replaced. It is used on pages that are published or wait for approval: %(pages)s. "
            "Please upload a new file, choose it on the page and submit the page for approval."
        ),
    )


def before_name_saved(instance: Any, raw: bool = False, **kwargs) -> None:
    """A new name in the place of one that is shown."""
    if instance.pk and not raw and somebody_at_work() and stored(instance, "name") not in (None, instance.name):
        refuse_exchange(
            instance,
            _(
                "This name cannot be changed. It is shown on pages that are published or wait for approval: %(pages)s. "
                "Please create a new entry, choose it on the page and submit the page for approval."
            ),
        )


def before_words_saved(instance: Any, raw: bool = False, **kwargs) -> None:
    """Other words in the place of some that are shown."""
    shown = SHOWN_OF_TEXT[type(instance)._meta.label_lower]
    if not instance.pk or raw or not somebody_at_work():
        return
    if any(stored(instance, name) not in (None, getattr(instance, name)) for name in shown):
        refuse_exchange(
            instance,
            _(
                "This entry is not changed from the side. It is shown on pages that are published or wait for "
                "approval: %(pages)s. Please ask for the change in its form; a second person agrees."
            ),
        )


def before_deleted(instance: Any, **kwargs) -> None:
    """Nothing that is used vanishes."""
    if somebody_at_work():
        refuse_exchange(
            instance,
            _(
                "“%(thing)s” cannot be deleted. It is used on pages that are published or wait for approval: "
                "%(pages)s. Please take it off the page first and submit the page for approval."
            ),
        )


def somebody_at_work() -> bool:
    """Whether this happens in the admin, by a person."""
    return get_active_log_context().user is not None


def is_other_file(instance: Any) -> bool:
    """Whether the file was uploaded just now, or is another one than stored."""
    return not instance.file._committed or stored(instance, "file") not in (None, instance.file.name)


def stored(instance: models.Model, name: str) -> Any:
    """What the table holds now."""
    return type(instance).objects.filter(pk=instance.pk).values_list(name, flat=True).first()


def refuse_exchange(instance: models.Model, sentence: str) -> None:
    """Refuses, naming the pages, if there are any."""
    refuse_for(pages_using(instance), sentence, thing=instance)


def refuse_for(pages: models.QuerySet, sentence: str, **words: Any) -> None:
    """Refuses for the sake of these pages, if there are any."""
    titles = list(pages.values_list("title", flat=True)[: SHOWN + 1])
    if titles:
        raise Refused(sentence % {"pages": listed(titles[:SHOWN], pages.count()), **words})


def listed(titles: list[str], count: int) -> str:
    """Some titles, and how many more there are."""
    shown = ", ".join(f"„{title}“" for title in titles)
    rest = count - len(titles)
    more = ngettext("%(count)d more", "%(count)d more", rest) % {"count": rest}
    return f"{shown}, {more}" if rest > 0 else shown
