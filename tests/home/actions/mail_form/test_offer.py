"""Who gets the form."""

import pytest
from django.core import mail
from wagtail.models import PageViewRestriction

from home.actions.models import ActionSettings
from tests.factories import pages

from .filled import send

pytestmark = pytest.mark.django_db


def test_it_is_off_until_somebody_switches_it_on(client):
    page = pages.article()
    assert client.get(page.url + "senden/").status_code == 404
    assert send(client, page).status_code == 404
    assert 'href="mailto:?subject=' in client.get(page.url).content.decode()
    assert mail.outbox == []


def test_switched_on_the_bar_leads_to_it(client, page):
    html = client.get(page.url).content.decode()
    assert f'href="{page.url}senden/"' in html
    assert "mailto:" not in html[html.index("article-actions") :]


def test_members_only(client, page, switched_on, author):
    switched_on.mail_form = ActionSettings.MailForm.MEMBERS
    switched_on.save()
    assert client.get(page.url + "senden/").status_code == 404
    client.force_login(author)
    assert client.get(page.url + "senden/").status_code == 200


def test_a_private_page_is_not_sent(client, page, author):
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    client.force_login(author)
    assert client.get(page.url + "senden/").status_code == 404
