"""Every mail as a person reads it: plain, short, one thing to do, one link at most, in German, as text and as HTML."""

import re

import pytest
from django.utils import translation

from home.workflow.models import Message
from programs.portal.letters import drawn_up, letterhead
from programs.portal.wording import LETTERS
from tests.factories import portal

pytestmark = pytest.mark.django_db
NAMES = set(re.findall(r"%\((\w+)\)", " ".join(f"{one.subject}{one.happened}{one.to_do}" for one in LETTERS.values())))
MOST_CHARACTERS = 700


@pytest.fixture
def letter(writer):
    def drawn(kind: str):
        return drawn_up(writer, kind, letterhead(), link="/mein-bereich/", **{name: f"[{name}]" for name in NAMES})

    return drawn


@pytest.mark.parametrize("kind", LETTERS)
def test_it_is_short_and_has_one_link(letter, kind):
    mail = letter(kind)
    assert mail.text.count("http") == mail.html.count("href=") == 1
    assert len(mail.text) < MOST_CHARACTERS
    assert "%(" not in mail.text + mail.subject
    assert "Fragen? Schreiben Sie an" in mail.text


@pytest.mark.parametrize("kind", LETTERS)
def test_it_is_german(letter, kind):
    mail = letter(kind)
    with translation.override("en"):
        english = [str(part) for part in (LETTERS[kind].happened, LETTERS[kind].to_do, LETTERS[kind].button) if part]
    for sentence in english:
        shown = re.sub(r"%\((\w+)\)s", r"[\1]", sentence)
        assert shown not in mail.text


@pytest.mark.parametrize("kind", LETTERS)
def test_it_says_what_is_to_be_done_or_that_nothing_is(letter, kind):
    has_request = re.search(r"\bbitte\b|innerhalb von|vor dem", letter(kind).text, re.IGNORECASE)
    assert has_request or "Sie müssen nichts tun." in letter(kind).text


def test_the_subject_names_the_case_study_and_the_municipality(writer, town, academy):
    page = portal.asked(writer, town, academy)
    mail = Message.objects.get(verb="portal.request_changes", recipient=writer)
    assert page.draft_title in mail.subject
    assert mail.subject.endswith(f"({town.name})")
