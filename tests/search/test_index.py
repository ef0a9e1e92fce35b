"""The index follows the pages, is built anew without losing a save, and drift is found and repaired."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from home.page.models import BasePage
from search import events, tasks, upkeep
from search import pages as search_pages
from search.engines.choice import embedded
from search.models import IndexState, LexiconWord, PinnedHit, SynonymGroup
from tests.factories import media, pages

pytestmark = pytest.mark.django_db


def test_work_waits_for_the_commit_and_is_done_once(django_capture_on_commit_callbacks, monkeypatch):
    monkeypatch.setattr(events, "after_commit", lambda todo: transaction.on_commit(todo, robust=True))
    with django_capture_on_commit_callbacks() as callbacks:
        article = pages.article(title="Spät")
    assert article.pk not in embedded().digests()
    for callback in callbacks:
        callback()
    assert article.pk in embedded().digests()


def test_a_renamed_subject_and_a_deleted_page_are_followed(titles):
    article = pages.article(title="Etwas")
    article.subjects.add(pages.subject("Altname"))
    article.save_revision().publish(skip_permission_checks=True)
    subject = pages.subject("Altname")
    subject.name = "Wasserspiele"
    subject.save()
    assert set(titles(q="Wasserspiele")) == {"Wasserspiele", "Etwas"}
    article.delete()
    assert article.pk not in embedded().digests()


def test_what_a_person_publishes_does_not_wait_behind_an_import(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    article = pages.article(title="Eilig")
    events.touch(range(1, 400))
    events.touch([article.pk])
    waiting = [len(task.args_kwargs["args"][0]) for task in DBTaskResult.objects.order_by(*DBTaskResult._meta.ordering)]
    assert waiting[0] == 1
    assert max(waiting) <= events.AT_ONCE


def test_a_broken_index_never_breaks_saving(monkeypatch):
    monkeypatch.setattr("search.engines.embedded.EmbeddedEngine.index", lambda *args: 1 / 0)
    article = pages.article(title="Trotzdem")
    assert article.live


def test_writing_again_leaves_nothing_of_the_old_text(titles):
    article = pages.article(title="Vorher", lead="Altertum")
    article.lead = "Neuzeit"
    article.save_revision().publish(skip_permission_checks=True)
    assert titles(q="Altertum") == []
    assert titles(q="Neuzeit") == ["Vorher"]
    assert embedded().terms("Altert", 5) == []


def test_drift_is_found_and_repaired(titles):
    pages.article(title="Richtig")
    upkeep.rebuild()
    gone = pages.article(title="Verschwunden")
    changed = pages.article(title="Davor")
    BasePage.objects.filter(pk=gone.pk).update(live=False)
    BasePage.objects.filter(pk=changed.pk).update(title="Danach")
    forgotten = pages.article(title="Vergessen")
    embedded().remove([forgotten.pk])
    found = upkeep.drift(embedded())
    assert (found.missing, found.outdated, found.surplus) == ([forgotten.pk], [changed.pk], [gone.pk])
    call_command("check_search", stdout=StringIO())
    assert not upkeep.drift(embedded()).keys
    assert titles(q="Danach") == ["Danach"]


def test_a_rebuild_loses_no_save_made_meanwhile(titles, monkeypatch):
    pages.article(title="Bestand")
    article = pages.article(title="Anfang")
    documents = search_pages.documents

    def slow(keys):
        yield from list(documents(keys))
        monkeypatch.setattr(search_pages, "documents", documents)
        page = BasePage.objects.get(pk=article.pk).specific
        page.title = "Zwischendurch"
        page.save_revision().publish(skip_permission_checks=True)

    monkeypatch.setattr(search_pages, "documents", slow)
    before = IndexState.current().generation
    call_command("rebuild_index", stdout=StringIO())
    assert IndexState.current().generation != before
    assert titles(q="Zwischendurch") == ["Zwischendurch"]
    assert titles(q="Bestand") == ["Bestand"]
    assert not upkeep.drift(embedded()).keys


def test_a_changed_lexicon_is_a_mismatch_until_the_rebuild(monkeypatch):
    monkeypatch.setattr("search.events.renew_soon", lambda: None)  # no task worker
    pages.article(title="Etwas")
    upkeep.rebuild()
    assert upkeep.mismatch(embedded()) == ""
    LexiconWord.objects.create(word="Quasselstrippe")
    assert upkeep.mismatch(embedded())
    upkeep.rebuild()
    assert upkeep.mismatch(embedded()) == ""


def test_editors_teach_synonyms_and_pin_hits(titles):
    pages.article(title="Kreidezeit")
    pinned = pages.article(title="Ganz anderes")
    assert titles(q="Saurierzeit") == []
    SynonymGroup.objects.create(words="Saurierzeit, Kreidezeit")
    assert titles(q="Saurierzeit") == ["Kreidezeit"]
    PinnedHit.objects.create(question="Kreidezeiten", page=pinned)
    assert titles(q="Kreidezeit") == ["Ganz anderes", "Kreidezeit"]


def test_a_synonym_may_have_little_words_within(titles):
    pages.article(title="Mit Schlepp und Bagger")
    pages.article(title="Schlepp, dann Bagger")
    SynonymGroup.objects.create(words="Grobgerät, Schlepp und Bagger")
    assert titles(q="Grobgerät") == ["Mit Schlepp und Bagger"]


def test_a_file_is_found_while_a_public_page_shows_it(titles, ask):
    file = media.document("Merkblatt Gartenzwerg", PDF)
    assert titles(q="Gartenzwerg") == []
    body = [{"type": "downloads", "value": {"title": "Mehr", "files": [{"document": file.pk, "title": ""}]}}]
    page = pages.article(title="Mit Anhang", body=body)
    (hit,) = (found for found in ask(q="Zipfelmütze")["results"] if found["type"] == "document")
    assert (hit["type"], hit["title"]) == ("document", "Merkblatt Gartenzwerg")
    page.unpublish()
    assert titles(q="Gartenzwerg") == []


def pdf(text: str) -> bytes:
    """The smallest PDF with a line of text."""
    stream = f"BT /F1 12 Tf 20 50 Td ({text}) Tj ET".encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 100] /Contents 4 0 R "
        b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
        b"/Encoding /WinAnsiEncoding >> >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
    ]
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + b"xref\n0 5\n0000000000 65535 f \n%strailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        table,
        len(data),
    )


PDF = pdf("Die Zipfelmütze ist rot.")


def test_tasks_may_run_twice(titles):
    article = pages.article(title="Doppelt")
    tasks.refresh.call([article.pk, article.pk])
    tasks.refresh.call([article.pk])
    assert titles(q="Doppelt") == ["Doppelt"]
