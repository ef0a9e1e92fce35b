"""The size budgets and the house rules that a program can check:  python -m tests.lint.budgets"""

import ast
import re
import statistics
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CODE = ["home", "news", "programs", "search", "site"]
LONGEST = {".py": 250, ".html": 120, ".css": 200, ".js": 80}
LONGEST_FUNCTION = 40
MEDIAN_FILE = 60
MEDIAN_FUNCTION = 6
DRAWERS = {"utils", "helpers", "common", "misc", "core", "services", "managers"}
# Only the door, and the deeds behind its verbs, may publish, unpublish or move (docs/decisions/0003-four-eyes.md).
DOOR = "home/workflow/transitions.py"
DOORS = {DOOR, "home/workflow/deed.py"}
BEHIND_THE_DOOR = re.compile(r"\.(publish|unpublish)\(|\b(Unp|P)ublish\w*Action\b|\bMovePageAction\b")


def files(suffix: str) -> Iterator[Path]:
    """Our files of a kind, without migrations."""
    for folder in CODE:
        for file in sorted((ROOT / folder).rglob(f"*{suffix}")):
            if "migrations" not in file.parts:
                yield file


def functions(file: Path) -> Iterator[tuple[str, int]]:
    """Name and length in lines of every function."""
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, node.end_lineno - node.lineno + 1


def too_long() -> Iterator[str]:
    """Files and functions over their budget."""
    for suffix, most in LONGEST.items():
        for file in files(suffix):
            if (lines := len(file.read_text().splitlines())) > most:
                yield f"{file.relative_to(ROOT)}: {lines} lines, at most {most}. Split it by topic."
    for file in files(".py"):
        for name, lines in functions(file):
            if lines > LONGEST_FUNCTION:
                yield f"{file.relative_to(ROOT)}: {name} has {lines} lines, at most {LONGEST_FUNCTION}."


def out_of_order() -> Iterator[str]:
    """Drawer names, missing module sentences, and publishing past the door."""
    for file in files(".py"):
        name, code = str(file.relative_to(ROOT)), file.read_text()
        if file.stem in DRAWERS:
            yield f"{name}: say what it is; {file.stem!r} is a drawer."
        if code and not ast.get_docstring(ast.parse(code)):
            yield f"{name}: one sentence on top says what belongs here."
        if name not in DOORS and (found := BEHIND_THE_DOOR.search(code)):
            yield f"{name}: {found[0]!r} belongs into {DOOR}; pages go live there only."


def medians() -> tuple[float, float]:
    """Median length of files with code and of functions."""
    sizes = [len(file.read_text().splitlines()) for file in files(".py")]
    lengths = [lines for file in files(".py") for _name, lines in functions(file)]
    return statistics.median(size for size in sizes if size > 1), statistics.median(lengths)


def main() -> int:
    """Prints what is over budget, and the figures."""
    found = [*too_long(), *out_of_order()]
    per_file, per_function = medians()
    if per_file > MEDIAN_FILE or per_function > MEDIAN_FUNCTION:
        found.append(f"Medians: at most {MEDIAN_FILE} lines a file and {MEDIAN_FUNCTION} a function.")
    print("\n".join(found) or "budgets: kept")
    print(f"median lines: {per_file:g} a file, {per_function:g} a function")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
