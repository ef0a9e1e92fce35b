"""The lines of an import file, and everything that can be wrong with them: one sentence each."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from django.utils import timezone
from django.utils.translation import gettext as _

from home.importing.bad_file import BadFile, BadLine, in_line
from home.page.addresses import RESERVED_BELOW
from home.page.models import Subject

from . import foreign_html
from .models import ArticlePage

YEARS = range(1900, 2101)


@dataclass(frozen=True)
class Entry:
    """An article as the file tells it, checked and cleaned."""

    number: int
    slug: str
    title: str
    date: datetime
    lead: str
    body: str
    subjects: tuple[str, ...]


def read(file: Path) -> list[Entry]:
    """All articles of the file; BadFile if there is anything wrong with any of them."""
    try:
        lines = file.read_bytes().removeprefix(b"\xef\xbb\xbf").split(b"\n")
    except OSError as error:
        raise BadFile([_("The file cannot be read: %(reason)s.") % {"reason": error.strerror}]) from None
    entries, reasons, seen = [], [], {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            entry = checked(number, line)
            first = seen.setdefault(entry.slug, number)
            if first != number:
                raise BadLine(
                    _("The slug “%(slug)s” is already in line %(line)d.") % {"slug": entry.slug, "line": first}
                )
            entries.append(entry)
        except BadLine as error:
            reasons.append(in_line(number, error))
    if not entries and not reasons:
        reasons.append(_("The file contains no article."))
    if reasons:
        raise BadFile(reasons)
    return entries


def checked(number: int, line: bytes) -> Entry:
    """The article in this line."""
    fields = parsed(line)
    missing = [name for name in CHECKS if name not in fields]
    if missing:
        raise BadLine(_("These fields are missing: %(names)s.") % {"names": ", ".join(missing)})
    unknown = sorted(set(fields) - set(CHECKS))
    if unknown:
        raise BadLine(_("These fields are unknown: %(names)s.") % {"names": ", ".join(unknown)[:200]})
    values = {name: check(fields[name]) for name, check in CHECKS.items()}
    values["body"] = values.pop("body_html")
    return Entry(number=number, **values)


def parsed(line: bytes) -> dict[str, Any]:
    """The JSON object in this line; its texts can be stored in any database."""
    try:
        fields = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        raise BadLine(_("The text is not encoded in UTF-8.")) from None
    except (ValueError, RecursionError):
        raise BadLine(_("This is not valid JSON.")) from None
    if not isinstance(fields, dict):
        raise BadLine(_("A JSON object with the fields of one article is needed."))
    if any(map(cannot_be_stored, texts(fields))):
        raise BadLine(_("The text contains characters that cannot be stored."))
    return fields


def texts(value: Any) -> Iterator[str]:
    """All texts in a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (found for pair in value.items() for part in pair for found in texts(part))
    elif isinstance(value, list):
        yield from (found for item in value for found in texts(item))


def cannot_be_stored(found: str) -> bool:
    """Whether there is a zero byte, or half a character, which JSON can write and no encoding can store."""
    return "\x00" in found or any("\ud800" <= letter <= "\udfff" for letter in found)


def text(name: str, longest: int) -> Callable[[Any], str]:
    """A check for a short text without markup that may not be empty."""

    def check(value: Any) -> str:
        if not isinstance(value, str):
            raise BadLine(_("The field “%(name)s” must be a text.") % {"name": name})
        value = " ".join(value.split())
        if not value:
            raise BadLine(_("The field “%(name)s” is empty.") % {"name": name})
        if len(value) > longest:
            raise BadLine(
                _("The field “%(name)s” has %(length)d characters; at most %(longest)d are possible.")
                % {"name": name, "length": len(value), "longest": longest}
            )
        return value

    return check


def slug(value: Any) -> str:
    """An address part that the site does not use itself."""
    value = text("slug", longest("slug"))(value)
    try:
        validate_slug(value)
    except ValidationError:
        raise BadLine(
            _("The slug “%(slug)s” may only have letters without accents, digits, hyphens and underscores.")
            % {"slug": value}
        ) from None
    if value in RESERVED_BELOW:
        raise BadLine(_("The slug “%(slug)s” is an address of the site itself.") % {"slug": value})
    return value


def date(value: Any) -> datetime:
    """A day or a moment; without an offset in the site's time zone."""
    value = text("date", 40)(value)
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        moment = None
    if moment is None or moment.year not in YEARS:
        raise BadLine(_("“%(date)s” is not a date such as 2018-02-05.") % {"date": value})
    return moment if timezone.is_aware(moment) else timezone.make_aware(moment)


def body(value: Any) -> str:
    """Running text that is left after cleaning."""
    if not isinstance(value, str):
        raise BadLine(_("The field “%(name)s” must be a text.") % {"name": "body_html"})
    cleaned = foreign_html.clean(value)
    if not cleaned:
        raise BadLine(_("The field “%(name)s” is empty.") % {"name": "body_html"})
    return cleaned


def subjects(value: Any) -> tuple[str, ...]:
    """Names of subjects, each once whatever its case."""
    if not isinstance(value, list):
        raise BadLine(_("The field “%(name)s” must be a list of texts.") % {"name": "subjects"})
    check = text("subjects", Subject._meta.get_field("name").max_length)
    return tuple({check(name).lower(): check(name) for name in value}.values())


def longest(name: str) -> int:
    """How long the text in this field may be."""
    return ArticlePage._meta.get_field(name).max_length


# The fields of a line, all of them needed, in the order in which they are checked.
CHECKS: dict[str, Callable[[Any], Any]] = {
    "slug": slug,
    "title": text("title", longest("title")),
    "date": date,
    "lead": text("lead", longest("lead")),
    "body_html": body,
    "subjects": subjects,
}
