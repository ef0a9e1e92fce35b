"""A component or block is a template, a stylesheet and an example with the same stem, all in the style guide."""

import pytest

from aushang.styleguide import SEEN_ELSEWHERE, TEMPLATES, component_names
from aushang.stylesheet import FOLDER
from home.blocks.body import BodyBlock
from tests.design.site_under_test import parsed

COMPONENTS = component_names()
BLOCKS = BodyBlock().child_blocks


@pytest.mark.parametrize("name", COMPONENTS)
def test_a_component_has_stylesheet_and_example(name):
    assert (FOLDER / f"components/{name}.css").exists()
    assert (TEMPLATES / f"styleguide/{name}.html").exists()


@pytest.mark.parametrize("name", BLOCKS)
def test_a_block_has_template_stylesheet_and_example(name):
    block = BLOCKS[name]
    assert block.meta.template == f"blocks/{name}.html"
    assert (TEMPLATES / block.meta.template).exists()
    assert (FOLDER / f"components/{name}.css").exists()
    assert block.meta.preview_value if hasattr(block.meta, "preview_value") else has_example(name)


def has_example(name: str) -> bool:
    """Whether the style guide draws it by a template of its own."""
    return (TEMPLATES / f"styleguide/{name}.html").exists()


@pytest.mark.parametrize("name", COMPONENTS)
def test_a_stylesheet_is_about_its_own_component(name):
    content = (FOLDER / f"components/{name}.css").read_text()
    assert f".{name.replace('_', '-')}" in content or name == "article"
    assert "!important" not in content
    assert len(content.splitlines()) <= 150


@pytest.mark.django_db
def test_the_style_guide_shows_every_part(client):
    document = parsed(client.get("/styleguide/"))
    shown = {section.attrs["id"] for section in document.query("section.style-guide-example")}
    assert shown == set(COMPONENTS) - SEEN_ELSEWHERE | set(BLOCKS)
    for section in document.query("section.style-guide-example"):
        assert len(section.to_html()) > 150, section.attrs["id"]


@pytest.mark.django_db
def test_the_style_guide_is_absent_where_it_is_not_wanted(client, settings):
    settings.AUSHANG_STYLEGUIDE = False
    assert client.get("/styleguide/").status_code == 404
