"""What a process must learn before its first question is not held against that question."""

import time

import pytest

from search import finder, language

pytestmark = pytest.mark.django_db


def test_reading_the_lexicon_does_not_end_the_first_question(ask, article, monkeypatch):
    read = language.read
    monkeypatch.setattr(finder, "SECONDS", 0.3)

    def slowly(*arguments):
        time.sleep(0.5)
        return read(*arguments)

    monkeypatch.setattr(language, "read", slowly)
    language.forget()
    assert ask(q="Wochenmarkt")["total"] == 1
