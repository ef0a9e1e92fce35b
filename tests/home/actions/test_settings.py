"""Editors switch share targets in the admin; the mail form is the administrator's."""

import pytest
from wagtail.models import Site

from home.actions.models import ActionSettings
from tests.factories import pages

pytestmark = pytest.mark.django_db

ADDRESS = "/admin/settings/actions/actionsettings/"


def form_of(client) -> dict:
    """The fields of the settings as the browser has them."""
    response = client.get(ADDRESS, follow=True)
    assert response.status_code == 200
    bound = response.context["form"]
    kept = ActionSettings.for_site(Site.objects.get())
    data = {"fediverse_creator": "", "share_targets-count": str(len(kept.share_targets))}
    for number, target in enumerate(kept.share_targets):
        place = f"share_targets-{number}-"
        data |= {
            f"{place}type": "target",
            f"{place}id": target.id or "",
            f"{place}order": str(number),
            f"{place}deleted": "",
        }
        data |= {f"{place}value-{name}": value for name, value in target.value.items() if name != "shown"}
        data |= {f"{place}value-shown": "on"} if target.value["shown"] else {}
    return data | ({"mail_form": kept.mail_form} if "mail_form" in bound.fields else {})


def posted(client, data: dict):
    """Saves the settings."""
    return client.post(f"{ADDRESS}{Site.objects.get().pk}/", data)


def test_an_academy_editor_switches_targets(client, academy):
    page = pages.article()
    client.force_login(academy)
    data = form_of(client)
    offered = [name for name in data if name.endswith("value-shown")]
    assert posted(client, {name: value for name, value in data.items() if name != offered[0]}).status_code == 302
    html = client.get(page.url + "teilen/").content.decode()
    assert "WhatsApp" not in html
    assert "Threema" in html


def test_a_target_that_is_no_share_address_comes_back_with_a_sentence(client, academy):
    client.force_login(academy)
    data = form_of(client) | {"share_targets-0-value-address": "javascript:alert(1)"}
    response = posted(client, data)
    assert response.status_code == 200
    assert "https://" in response.content.decode()
    kept = ActionSettings.for_site(Site.objects.get()).share_targets
    assert not [target for target in kept if "javascript" in target.value["address"]]


def test_the_mail_form_is_no_editors_switch(client, academy, superuser):
    client.force_login(academy)
    data = form_of(client)
    assert "mail_form" not in data
    posted(client, data | {"mail_form": "everybody"})
    assert ActionSettings.for_site(Site.objects.get()).mail_form == "off"
    client.force_login(superuser)
    assert posted(client, form_of(client) | {"mail_form": "everybody"}).status_code == 302
    assert ActionSettings.for_site(Site.objects.get()).mail_form == "everybody"


def test_authors_do_not_get_there(client, author):
    client.force_login(author)
    assert client.get(ADDRESS).status_code == 302
    assert posted(client, {"fediverse_creator": "@a@b.example"}).status_code == 302
    assert not ActionSettings.objects.filter(fediverse_creator="@a@b.example").exists()
