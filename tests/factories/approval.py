"""Articles on their way through approval, named like the place where they are."""

from datetime import timedelta

from django.contrib.auth.models import User
from django.utils import timezone

from home.page.models import BasePage
from home.workflow import roles, transitions
from home.workflow.models import FourEyesTask
from news.models import ArticlePage
from programs.models import ProgramPage
from tests.factories import pages
from tests.factories.people import person


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


def submitted_programme(author: User) -> ProgramPage:
    """A programme that waits for the academy."""
    page = pages.draft(ProgramPage, pages.program_index(), owner=author, body=pages.TEXT)
    transitions.submit(page, author)
    page.refresh_from_db()
    return page


def with_the_ministry(author: User, editor: User) -> ProgramPage:
    """A programme that the academy approved and the ministry has to release."""
    page = submitted_programme(author)
    transitions.approve(page, editor)
    page.refresh_from_db()
    return page


def advice_asked(author: User, editor: User) -> ProgramPage:
    """A programme that waits for the academy, while the ministry may comment on it."""
    FourEyesTask.objects.filter(name=roles.RELEASE.name).update(kind=FourEyesTask.Kind.ADVICE)
    return submitted_programme(author)


def declined(author: User, editor: User) -> ArticlePage:
    """An article that was not accepted."""
    page = submitted(author)
    transitions.decline(page, editor, "Gehört in das Amtsblatt.")
    page.refresh_from_db()
    return page


def withdrawal_asked(author: User, editor: User) -> ArticlePage:
    """A live article whose author asked to take it offline."""
    page = approved(author, editor)
    transitions.ask_withdrawal(page, author, "Die Zahlen sind überholt.")
    page.refresh_from_db()
    return page


def withdrawn(author: User, editor: User) -> ArticlePage:
    """An article that two people took offline."""
    page = withdrawal_asked(author, editor)
    transitions.withdraw(page, editor, "Einverstanden.")
    page.refresh_from_db()
    return page


def archived(author: User, editor: User) -> ArticlePage:
    """An article in the archive."""
    page = withdrawn(author, editor)
    transitions.archive(page, editor, "Abgeschlossen.")
    page.refresh_from_db()
    return page


def scheduled(author: User, editor: User) -> ArticlePage:
    """An approved article that waits for its date."""
    page = pages.draft_article(owner=author)
    edit(page, author, go_live_at=timezone.now() + timedelta(days=1))
    transitions.submit(page, author)
    transitions.approve(page, editor)
    page.refresh_from_db()
    return page


def published_in_emergency(author: User, editor: User) -> ArticlePage:
    """An article that somebody of the emergency group put online."""
    page = pages.draft_article(owner=author)
    transitions.publish_emergency(page, person("bereitschaft", roles.EMERGENCY), "Hochwasser.")
    page.refresh_from_db()
    return page


def edited_after_release(author: User, editor: User) -> ArticlePage:
    """A live article with a newer draft."""
    page = approved(author, editor)
    edit(page, author, lead="Neuer Vorspann")
    return page


def released(page: BasePage, author: User, editor: User, ministry: User) -> None:
    """Brings the newest text of a page live through both steps of *Programm*."""
    transitions.submit(page, author)
    transitions.approve(page, editor)
    transitions.approve(page, ministry)
    page.refresh_from_db()


def update_submitted(author: User, editor: User) -> ArticlePage:
    """A live article whose newer text waits for the academy."""
    page = edited_after_release(author, editor)
    transitions.submit(page, author)
    return page


def update_with_a_date(author: User, editor: User) -> ArticlePage:
    """A live article whose newer text was approved for a date."""
    page = edited_after_release(author, editor)
    edit(page, author, go_live_at=timezone.now() + timedelta(days=1))
    transitions.submit(page, author)
    transitions.approve(page, editor)
    page.refresh_from_db()
    return page


def live_programme(author: User, editor: User) -> ProgramPage:
    """A programme that went live through both steps."""
    page = with_the_ministry(author, editor)
    transitions.approve(page, person("referat", roles.MINISTRY))
    page.refresh_from_db()
    return page


def update_with_the_ministry(author: User, editor: User) -> ProgramPage:
    """A live programme whose newer text the ministry has to release."""
    page = live_programme(author, editor)
    edit(page, author, lead="Neuer Vorspann")
    return released_by_the_academy(page, author, editor)


def withdrawn_with_the_ministry(author: User, editor: User) -> ProgramPage:
    """A programme that was taken offline, and is to come back."""
    page = live_programme(author, editor)
    transitions.ask_withdrawal(page, author, "Die Zahlen sind überholt.")
    transitions.withdraw(page, editor, "Einverstanden.")
    return released_by_the_academy(page, author, editor)


def released_by_the_academy(page: ProgramPage, author: User, editor: User) -> ProgramPage:
    """Takes the newest text through the first of two steps."""
    transitions.submit(page, author)
    transitions.approve(page, editor)
    page.refresh_from_db()
    return page


def withdrawn_submitted(author: User, editor: User) -> ArticlePage:
    """An article that was taken offline, and waits for the academy."""
    page = withdrawn(author, editor)
    transitions.submit(page, author)
    return page


def answered(page: ArticlePage, verb: str, editor: User) -> ArticlePage:
    """The page after the editor said no in one way or the other."""
    transitions.VERBS[verb](page, editor, "So geht es noch nicht.")
    page.refresh_from_db()
    return page
