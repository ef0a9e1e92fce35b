"""Floods end at limits, and at last the form goes off."""

import time
from types import SimpleNamespace

import pytest
from django.core import mail

from home.actions.mailing import quota
from home.actions.models import ActionSettings

from .filled import RECIPIENT, fields, send, thanked

pytestmark = pytest.mark.django_db


def test_limit_of_a_visitor(client, page):
    answers = [send(client, page, recipient=f"a{n}@example.org").status_code for n in range(6)]
    assert answers == [303] * 5 + [429]
    assert len(mail.outbox) == 5


def test_limit_of_a_recipient_whoever_writes(client, page):
    answers = [
        client.post(
            page.url + "senden/",
            fields(page, recipient=RECIPIENT.upper() if n else RECIPIENT),
            REMOTE_ADDR=f"192.0.2.{n}",
        )
        for n in range(4)
    ]
    assert [answer.status_code for answer in answers] == [303] * 3 + [429]


def test_limit_of_a_page(client, page, monkeypatch):
    monkeypatch.setattr(quota, "PER_PAGE", ((quota.HOUR, 2),))
    answers = [
        client.post(page.url + "senden/", fields(page, recipient=f"a{n}@example.org"), REMOTE_ADDR=f"192.0.2.{n}")
        for n in range(3)
    ]
    assert [answer.status_code for answer in answers] == [303, 303, 429]


def test_a_flood_switches_the_form_off_and_tells_people_once(client, page, monkeypatch, settings, caplog):
    settings.ADMINS = [("Technik", "technik@example.org")]
    monkeypatch.setattr(quota, "PER_SITE", ((quota.HOUR, 2),))
    answers = [
        client.post(page.url + "senden/", fields(page, recipient=f"a{n}@example.org"), REMOTE_ADDR=f"192.0.2.{n}")
        for n in range(4)
    ]
    assert [answer.status_code for answer in answers] == [303, 303, 429, 404]
    assert [sent.to for sent in mail.outbox[2:]] == [["technik@example.org"]]
    assert [record.levelname for record in caplog.records if "flooded" in record.getMessage()] == ["ERROR"]
    kept = ActionSettings.objects.get()
    assert kept.mail_form == ActionSettings.MailForm.OFF
    assert kept.mail_form_stopped_at


def test_behind_proxies_the_visitor_counts_and_cannot_lie(rf, settings):
    request = rf.get("/", REMOTE_ADDR="10.0.0.1", headers={"X-Forwarded-For": "6.6.6.6, 203.0.113.9"})
    settings.AUSHANG_PROXIES = 0
    assert quota.visitor(request) == "10.0.0.1"
    settings.AUSHANG_PROXIES = 1
    assert quota.visitor(request) == "203.0.113.9"


def test_an_ipv6_household_is_one_visitor(rf):
    one, other = (rf.get("/", REMOTE_ADDR=f"2001:db8:1:2::{n}") for n in (1, 2))
    assert quota.visitor(one) == quota.visitor(other) == "2001:0db8:0001:0002"


def test_limit_of_a_visitor_in_a_day(client, page, monkeypatch):
    midnight = time.time() // quota.DAY * quota.DAY
    answers = []
    for hour in range(7):
        now = midnight + hour * quota.HOUR
        monkeypatch.setattr(quota, "time", SimpleNamespace(time=lambda now=now: now))
        answers += [send(client, page, recipient=f"a{hour}{n}@example.org").status_code for n in range(3)]
    assert answers == [303] * 20 + [429]


def test_who_is_beyond_the_limit_uses_up_nobody_elses(client, page, monkeypatch):
    monkeypatch.setattr(quota, "PER_VISITOR", ((quota.HOUR, 1),))
    monkeypatch.setattr(quota, "PER_PAGE", ((quota.HOUR, 2),))
    answers = [send(client, page).status_code for _again in range(6)]
    assert answers == [303] + [429] * 5
    body = fields(page)
    assert thanked(client.post(page.url + "senden/", body, REMOTE_ADDR="192.0.2.7"))


def test_what_was_refused_counts_for_nobody_else(client, page):
    for _again in range(9):
        send(client, page, recipient="")
    assert thanked(send(client, page))
