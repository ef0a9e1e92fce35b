"""Editors see a block as readers will: with the site's own styles."""

import pytest
from justhtml import JustHTML

from home.blocks.body import BodyBlock

BLOCKS = BodyBlock().child_blocks


@pytest.mark.parametrize("name", BLOCKS)
def test_a_block_is_previewed_in_the_look_of_the_site(client, superuser, name):
    client.force_login(superuser)
    definition = BodyBlock().child_blocks[name].definition_prefix
    answer = client.get("/admin/block-preview/", {"id": definition})
    assert answer.status_code == 200
    styles = JustHTML(answer.content.decode(), strict=True, sanitize=False).query('link[rel="stylesheet"]')
    assert [link.attrs["href"].startswith("/aushang.") for link in styles] == [True]
