"""Pages for what went wrong: they say so in a sentence, lead on, and never show what was not written for readers."""

import pytest
from django.http import Http404
from django.template.loader import render_to_string
from django.test import RequestFactory
from justhtml import JustHTML

from aushang.errors import not_found
from home.page.refusals import NothingThere
from tests.design.site_under_test import parsed

pytestmark = pytest.mark.django_db


def test_a_missing_page_leads_on(client):
    answer = client.get("/gibt-es-nicht/")
    assert answer.status_code == 404
    assert "Unter dieser Adresse gibt es keine Seite" in answer.content.decode()
    links = [a.attrs["href"] for a in parsed(answer).query("main a")]
    assert links == ["/suche/", "/"]


def test_a_sentence_for_readers_is_shown():
    answer = not_found(RequestFactory().get("/"), NothingThere("Diese Liste hat keine Seite „99“."))
    assert "Diese Liste hat keine Seite „99“." in answer.content.decode()


def test_an_internal_text_is_not_shown():
    answer = not_found(RequestFactory().get("/"), Http404("No Page matches the given query."))
    assert "No Page" not in answer.content.decode()


def test_a_sentence_is_escaped():
    answer = not_found(RequestFactory().get("/"), NothingThere("„<script>“ gibt es nicht."))
    assert "<script>“" not in answer.content.decode()


def test_a_refusal_is_shown_with_its_reason(rf):
    html = render_to_string("403.html", {"reason": "Vier Augen sind nötig."}, rf.get("/"))
    JustHTML(html, strict=True, sanitize=False)
    assert "Vier Augen sind nötig." in html


def test_a_breakdown_needs_no_database(django_assert_num_queries):
    with django_assert_num_queries(0):
        html = render_to_string("500.html")
    JustHTML(html, strict=True, sanitize=False)
    assert "Der Fehler liegt bei uns" in html
