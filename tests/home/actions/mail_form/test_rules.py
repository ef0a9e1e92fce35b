"""The rules of the form that are not about attacks: what it asks for, how the mail says where it came from."""

import re

import pytest
from django.core import mail
from django.test import RequestFactory
from django.utils.translation import override
from wagtail.models import Site

from home.actions.mailing import quota, ticket
from home.actions.mailing.letter import letter
from home.models import SiteIdentity

from .filled import NOTE, RECIPIENT, SENDER, send, thanked

pytestmark = pytest.mark.django_db


def control(html: str, name: str) -> str:
    """The element of a field."""
    return re.search(rf'<(?:input|textarea)[^>]*\bname="{name}"[^>]*>', html)[0]


@pytest.fixture
def form(client, page) -> str:
    """The empty form."""
    return client.get(page.url + "senden/").content.decode()


def test_it_asks_for_recipient_name_address_and_note_and_nothing_else(form):
    article = form[form.index('class="mail-form"') : form.index("</form>", form.index('class="mail-form"'))]
    asked = re.findall(r'<(?:input|textarea)[^>]*\bname="(\w+)"', article)
    assert set(asked) == {"csrfmiddlewaretoken", "ticket", "trap", "recipient", "name", "sender", "note", "attach_pdf"}


def test_a_name_of_60_and_a_note_of_300_signs_pass_with_every_kind_of_line_break(client, page):
    note = "\r\n".join(["x" * 49] * 6)  # 299 signs as the browser counts, 304 as it sends them
    assert thanked(send(client, page, name="a" * 60, note=note))
    assert mail.outbox[0].body.count("> " + "x" * 49) == 6


def test_browsers_count_along(form):
    assert 'maxlength="60"' in control(form, "name")
    assert 'maxlength="300"' in control(form, "note")


def test_the_pdf_is_attached_only_if_somebody_ticks_it(client, page, form):
    assert "checked" not in control(form, "attach_pdf")
    assert thanked(send(client, page))
    assert mail.outbox[0].attachments == []


def test_the_recipients_field_is_not_filled_in_by_the_browser(form):
    assert 'autocomplete="off"' in control(form, "recipient")
    assert 'autocomplete="name"' in control(form, "name")
    assert 'autocomplete="email"' in control(form, "sender")


def test_the_form_says_what_becomes_of_the_address_before_it_is_entered(form):
    assert "Wir verwenden diese Adresse nur einmal" in form
    assert 'href="mailto:?subject=' in form


def test_people_do_not_meet_the_trap(form):
    place = form[form.index('class="form-trap"') :]
    assert place.startswith('class="form-trap" aria-hidden="true"')
    assert {'tabindex="-1"', 'autocomplete="off"'} <= set(control(place, "trap").rstrip(">").split())


def test_the_sender_gets_no_copy(client, page):
    send(client, page)
    assert len(mail.outbox) == 1
    assert SENDER not in mail.outbox[0].recipients()


def test_the_note_is_marked_as_the_visitors_and_the_mail_says_whom_to_tell(client, page):
    identity = SiteIdentity.for_site(Site.objects.get())
    identity.contact_email = "hinweis@example.org"
    identity.save()
    send(client, page)
    for text in (mail.outbox[0].body, mail.outbox[0].alternatives[0][0]):
        assert text.index("Ada Muster (nicht von uns)") < text.index(NOTE)
        assert "hinweis@example.org" in text


def test_it_waits_ten_seconds_for_the_mail_server_and_no_longer(page, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    fields = {"recipient": RECIPIENT, "name": "Ada", "sender": SENDER, "note": ""}
    with override("de"):
        assert letter(RequestFactory().get("/"), page, fields, None).connection.timeout == 10


def test_the_limits_are_the_agreed_ones():
    assert quota.PER_VISITOR == ((3600, 5), (86_400, 20))
    assert quota.PER_RECIPIENT == ((86_400, 3),)
    assert quota.PER_PAGE == ((3600, 30),)
    assert quota.PER_SITE == ((3600, 200),)
    assert (ticket.YOUNGEST_SECONDS, ticket.OLDEST_SECONDS) == (3, 7200)


def test_counters_end_after_a_day_and_have_another_name_tomorrow(client, page, monkeypatch):
    kept = []
    monkeypatch.setattr(quota.cache, "add", lambda key, *value, **more: kept.append((key, *value[1:])) or True)
    send(client, page)
    kept = [entry for entry in kept if entry[0].startswith("actions.mail")]
    assert {seconds for _key, seconds in kept} <= {quota.HOUR, quota.DAY, ticket.OLDEST_SECONDS}
    assert not [key for key, _seconds in kept if RECIPIENT in key or "127.0.0.1" in key]
    today = quota.anonymous(RECIPIENT)
    tomorrow = quota.time.time() + quota.DAY
    monkeypatch.setattr(quota.time, "time", lambda: tomorrow)
    assert quota.anonymous(RECIPIENT) != today


def test_the_answer_is_announced_and_gets_the_focus(client, page):
    sent = client.get(page.url + "senden/?gesendet").content.decode()
    assert re.search(r'<h1 tabindex="-1" autofocus>\s*Die Nachricht ist versandt', sent)
    wrong = " ".join(send(client, page, recipient="").content.decode().split())
    assert re.search(r'class="error-summary" role="alert"[^>]*tabindex="-1" autofocus', wrong)
