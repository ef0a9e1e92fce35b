"""What the PDF tests share: an engine, or a reason to leave them out."""

from collections.abc import Callable

import pytest

from home.actions.pdf import engine
from home.actions.pdf.making import typeset
from home.page.models import BasePage


@pytest.fixture
def pdf_of(db) -> Callable[[BasePage], bytes]:
    """Typesets a page; skipped on a machine without Pango, which the PDFs need."""
    if engine.typesetter() is None:
        pytest.skip("Pango is missing: see README")
    return typeset
