"""Articles on their way through approval, named like the place where they are."""

from django.contrib.auth.models import User

from home.workflow import transitions
from news.models import ArticlePage
from tests.factories import pages


def submitted(author: User, **fields) -> ArticlePage:
    """An article that waits for the academy."""
    page = pages.draft_article(owner=author, **fields)
    transitions.submit(page, author)
    return page


def changes_requested(author: User, editor: User) -> ArticlePage:
    """An article that the academy sent back."""
    page = submitted(author)
    transitions.request_changes(page, editor, "Bitte die Zahl belegen.")
    return page


def approved(author: User, editor: User) -> ArticlePage:
    """An article that went live through approval."""
    page = submitted(author)
    transitions.approve(page, editor)
    page.refresh_from_db()
    return page


def edit(page: ArticlePage, user: User, **fields) -> None:
    """Saves a new revision with these fields changed."""
    draft = page.get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(draft, name, value)
    draft.save_revision(user=user, log_action=True)
    page.refresh_from_db()
