"""Advice on the writing: it never keeps anybody from submitting."""

import re
from collections.abc import Iterator

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from ..models import CaseStudyFile, CaseStudyPage
from .plaintext import to_plain

PROSE = ("lead", "situation", "approach", "results", "pitfalls", "tips", "outlook")
LONG_SENTENCE = 25
WIDE_ENOUGH = 1600
MOST_ACRONYMS = 2
ACRONYM = re.compile(r"\b[A-ZÄÖÜ]{3,6}\b")
ADDRESS = re.compile(r"\b[\w.+-]+@[\w-]+\.[\w.-]+\b")
ONLY_LINK = re.compile(r"^\s*(\[[^\]]*\]\()?https?://\S+\)?\s*$")
SENTENCE = re.compile(r"[^.!?\n]+")
# Known to everybody who reads here.
KNOWN = {"EUR", "ÖPNV", "USA", "PDF", "DRK", "AWO", "VHS", "EU"}


def advice(page: CaseStudyPage) -> Iterator[tuple[str, str]]:
    """What could be better."""
    for name in PROSE:
        yield from advice_on(
            name, capfirst(str(page._meta.get_field(name).verbose_name)), to_plain(getattr(page, name))
        )
    if not page.is_brief and not page.figures.all():
        yield "figures", _("A number that you can prove convinces others.")
    if page.invited_count is not None and page.attended_count is not None and page.attended_count > page.invited_count:
        yield "attended_count", _("More people came than were written to. Is that right?")
    if not page.pictures.all():
        yield (
            "pictures",
            _("Nothing goes online without a picture. If you have none, submit all the same: the academy helps you."),
        )
    for row in (
        page.pictures.select_related("image") if hasattr(page.pictures, "select_related") else page.pictures.all()
    ):
        if row.image and row.image.width < WIDE_ENOUGH:
            yield "pictures", _("A picture is smaller than 1,600 pixels; it may look blurred.")
    if any(row.accessible != CaseStudyFile.Accessible.YES for row in page.files.all()):
        yield "files", _("A file may not be readable for everybody. Is there an accessible version?")
    if twin(page):
        yield "title", _("There is another example of your municipality with a similar title.")


def advice_on(name: str, label: str, text: str) -> Iterator[tuple[str, str]]:
    """What could be better in one text."""
    longest = max((len(sentence.split()) for sentence in SENTENCE.findall(text)), default=0)
    if longest > LONG_SENTENCE:
        yield (
            name,
            _("%(name)s: a sentence has %(count)d words. Two short ones are easier.")
            % {
                "name": label,
                "count": longest,
            },
        )
    unexplained = sorted({word for word in ACRONYM.findall(text) if word not in KNOWN and f"({word})" not in text})
    if unexplained:
        words = ", ".join(unexplained[: MOST_ACRONYMS + 1])
        yield name, _("%(name)s: please write out what %(words)s means.") % {"name": label, "words": words}
    if ADDRESS.search(text):
        yield name, _("%(name)s: please leave out mail addresses; there is a field for the contact.") % {"name": label}
    if text and ONLY_LINK.match(text):
        yield name, _("%(name)s: a link is no answer. One sentence helps.") % {"name": label}


def twin(page: CaseStudyPage) -> bool:
    """Whether the municipality told the same already, in the same programme."""
    others = CaseStudyPage.objects.filter(municipality_id=page.municipality_id, program_id=page.program_id)
    others = others.exclude(pk=page.pk)
    return bool(page.title) and others.filter(draft_title__iexact=page.title).exists()
