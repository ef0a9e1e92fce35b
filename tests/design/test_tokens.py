"""Colours lie in one file, and what is read on them has contrast enough, in light and in dark."""

import re
from pathlib import Path

import pytest

from aushang.stylesheet import FOLDER

RAW = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\(", re.IGNORECASE)
NAMED = re.compile(
    r":[^;{}]*\b(?:black|white|red|green|blue|gr[ae]y|yellow|orange|silver|navy)\b(?![-\w])", re.IGNORECASE
)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
RULE = re.compile(r"--([\w-]+):\s*([^;]+);")

READ = [("color-text", ground) for ground in ("color-page", "color-surface", "color-quiet", "color-accent-quiet")] + [
    ("color-muted", "color-page"),
    ("color-muted", "color-surface"),
    ("color-muted", "color-quiet"),
    ("color-muted", "color-accent-quiet"),
    ("color-accent", "color-page"),
    ("color-accent", "color-surface"),
    ("color-accent", "color-quiet"),
    ("color-accent", "color-accent-quiet"),
    ("color-accent-strong", "color-page"),
    ("color-accent-strong", "color-accent-quiet"),
    ("color-on-accent", "color-accent"),
    ("color-on-accent", "color-accent-strong"),
    ("color-on-board", "color-board"),
    ("color-on-board-muted", "color-board"),
    ("color-page", "color-text"),
]
SEEN = [("color-border", "color-page"), ("color-border", "color-surface"), ("color-focus", "color-page")]


def style_files() -> list[Path]:
    """All stylesheets of the public site but the tokens; the desk uses the colours of Wagtail's themes."""
    files = sorted(FOLDER.rglob("*.css"))
    return [file for file in files if file.name != "tokens.css" and file.parent.name != "desk"]


def tokens(mode: str) -> dict[str, str]:
    """Every token with its value as a hex colour, in light, dark or print."""
    light, dark, paper = re.split(r"@media[^{]*\{", COMMENT.sub("", (FOLDER / "tokens.css").read_text()))
    values = dict(RULE.findall(light)) | dict(RULE.findall({"light": "", "dark": dark, "print": paper}[mode]))
    return {name: resolved(value, values) for name, value in values.items()}


def resolved(value: str, values: dict[str, str]) -> str:
    """What `var(--name)` stands for."""
    name = re.fullmatch(r"var\(--([\w-]+)\)", value.strip())
    return resolved(values[name[1]], values) if name else value.strip()


def luminance(color: str) -> float:
    """The relative luminance of WCAG."""
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    """The contrast ratio of WCAG."""
    darker, lighter = sorted([luminance(first), luminance(second)])
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("file", style_files(), ids=lambda file: file.stem)
def test_raw_colours_lie_in_the_tokens_only(file):
    content = COMMENT.sub("", file.read_text())
    assert not RAW.findall(content)
    assert not NAMED.findall(content)
    assert "--palette-" not in content


@pytest.mark.parametrize("file", style_files(), ids=lambda file: file.stem)
def test_every_token_in_use_exists(file):
    own = file.read_text()
    known = (FOLDER / "tokens.css").read_text() + own + "".join(f.read_text() for f in (FOLDER / "print").glob("*.css"))
    assert {name for name in re.findall(r"var\(--([\w-]+)", own) if f"--{name}:" not in known} == set()


@pytest.mark.parametrize("mode", ["light", "dark", "print"])
@pytest.mark.parametrize(("text", "ground"), READ)
def test_text_has_contrast(mode, text, ground):
    values = tokens(mode)
    assert contrast(values[text], values[ground]) >= 4.5


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(("mark", "ground"), SEEN)
def test_borders_of_controls_and_the_focus_can_be_seen(mode, mark, ground):
    values = tokens(mode)
    assert contrast(values[mark], values[ground]) >= 3


def test_the_measure_itself():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
