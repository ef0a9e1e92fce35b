"""An article whose site has the form switched on."""

import pytest
from wagtail.models import Site

from home.actions.models import ActionSettings
from tests.factories import pages


@pytest.fixture
def switched_on(db) -> ActionSettings:
    """The form is on for everybody."""
    return ActionSettings.objects.create(site=Site.objects.get(), mail_form=ActionSettings.MailForm.EVERYBODY)


@pytest.fixture
def page(switched_on):
    """An article with the form."""
    return pages.article(title="Wie Gemeinden fragen", lead="Zwei Sätze.")
