"""The German catalogues: `update` collects texts, `compile` writes .mo files, `check` fails on a gap.

Needs Babel only, no gettext tools:  python -m tests.lint.messages update|compile|check
"""

import io
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation import templatize

ROOT = Path(__file__).resolve().parents[2]
LAYERS = ["home", "news", "programs", "search", "site/aushang"]
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
COUNTED = {"ngettext", "ngettext_lazy", "npgettext"}


def po_file(layer: str) -> Path:
    """The German catalogue of a layer."""
    return ROOT / layer / "locale/de/LC_MESSAGES/django.po"


def sources(layer: str) -> Iterator[Path]:
    """Python files and templates of a layer."""
    for file in sorted((ROOT / layer).rglob("*")):
        if file.suffix in {".py", ".html", ".txt"} and not {"migrations", "locale"} & set(file.parts):
            yield file


def texts(file: Path) -> Iterator[tuple[str, object, str | None]]:
    """Every text to translate in a file: keyword, message (or singular and plural), context."""
    code = file.read_text()
    if file.suffix != ".py":
        code = "\n".join(line.strip() for line in templatize(code, origin=str(file)).splitlines())
    for _line, keyword, message, _comments in extract_python(io.BytesIO(code.encode()), KEYWORDS, [], {}):
        parts = [part for part in (message if isinstance(message, tuple) else (message,)) if part]
        if not parts:
            continue
        context = parts.pop(0) if keyword.lstrip("n").startswith("pgettext") else None
        yield keyword, tuple(parts[:2]) if keyword in COUNTED else parts[0], context


def collected(layer: str) -> Catalog:
    """All texts of a layer."""
    catalog = Catalog(locale="de", project="Aushang", charset="utf-8")
    for file in sources(layer):
        for _keyword, message, context in texts(file):
            catalog.add(message, context=context, locations=[(str(file.relative_to(ROOT)), 0)])
    return catalog


def stored(layer: str) -> Catalog:
    """The catalogue as it lies in the repository."""
    file = po_file(layer)
    if not file.exists():
        return Catalog(locale="de", charset="utf-8")
    with file.open("rb") as stream:
        return read_po(stream, locale="de")


def update() -> None:
    """Adds new texts and drops unused ones; translations stay."""
    for layer in LAYERS:
        catalog = stored(layer)
        catalog.update(collected(layer), no_fuzzy_matching=True, update_creation_date=False)
        catalog.obsolete.clear()
        catalog.header_comment = "# German texts, formal address."
        catalog.project, catalog.version, catalog.fuzzy = "Aushang", "1", False
        catalog.msgid_bugs_address = catalog.last_translator = catalog.language_team = ""
        catalog.creation_date = catalog.revision_date = datetime(2026, 1, 1, tzinfo=UTC)
        po_file(layer).parent.mkdir(parents=True, exist_ok=True)
        with po_file(layer).open("wb") as stream:
            write_po(stream, catalog, width=100, sort_output=True, omit_header=False, include_lineno=False)


def compile_all() -> None:
    """Writes the .mo files that Django reads."""
    for layer in LAYERS:
        with po_file(layer).with_suffix(".mo").open("wb") as stream:
            write_mo(stream, stored(layer))


def gaps(layer: str) -> list[str]:
    """What is wrong with a layer's catalogue, one sentence each."""
    have, found = stored(layer), []
    for message in collected(layer):
        entry = have.get(message.id, message.context) if message.id else None
        if not message.id:
            continue
        if entry is None or not entry.string or (isinstance(entry.string, tuple) and not all(entry.string)):
            found.append(f"{layer}: not translated: {message.id!r}")
        elif entry.fuzzy:
            found.append(f"{layer}: fuzzy: {message.id!r}")
    mo = po_file(layer).with_suffix(".mo")
    expected = io.BytesIO()
    write_mo(expected, have)
    if not mo.exists() or mo.read_bytes() != expected.getvalue():
        found.append(f"{layer}: the compiled catalogue is not up to date (python -m tests.lint.messages compile)")
    return found


def clashes() -> list[str]:
    """The same text with another German in two layers: Django would show one of them everywhere."""
    german, found = {}, []
    for layer in LAYERS:
        for message in stored(layer):
            key = (message.id, message.context)
            if message.id and german.setdefault(key, message.string) != message.string:
                found.append(
                    f"{layer}: {message.id!r} is {message.string!r}, elsewhere {german[key]!r} (give it a context)"
                )
    return found


def main() -> int:
    """Runs one of the three verbs."""
    verb = sys.argv[1] if len(sys.argv) > 1 else "check"
    if verb == "update":
        update()
    elif verb == "compile":
        compile_all()
    found = [*(gap for layer in LAYERS for gap in gaps(layer)), *clashes()] if verb == "check" else []
    print("\n".join(found) or f"messages {verb}: done")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
