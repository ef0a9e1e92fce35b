"""Brings stories to life through the same door as everybody: written, submitted, approved by somebody else."""

from typing import Any

from wagtail.models import ReferenceIndex, Site
from wagtail.search.index import insert_or_update_object

from home.page.models import BasePage
from home.workflow import transitions
from home.workflow.models import Withdrawal

from . import directory, library, record, writing
from .accounts import person
from .stories import CHANGES_REQUESTED, DRAFT, LIVE, SCHEDULED, WITHDRAWN, Story

AUTHOR, EDITOR, SECOND_EDITOR = "autorin", "akademie", "akademie2"
MINISTRY = "ministerium"
APPROVED = "Fachlich geprüft, keine Einwände."
RELEASED = "Freigegeben."
AGREED = "Einverstanden."


def add(page_class: type[BasePage], parent: BasePage, story: Story, **fields: Any) -> BasePage | None:
    """Makes a page of the story, unless an earlier run or a person did already; the new page."""
    if record.was_loaded(story.key) or parent.get_children().filter(slug=story.slug).exists():
        return None
    page = page_class(live=False, owner=person(AUTHOR), slug=story.slug)
    fill(page, story, fields)
    parent.refresh_from_db()
    parent.add_child(instance=page)
    page.save_revision(user=page.owner, log_action=True)
    bring_to_state(page, story)
    date_back(page, story)
    record.record(page, story.key)
    make_findable(page)
    return page


def revise(page: BasePage, **fields: Any) -> None:
    """A second version of a live page, approved like the first one."""
    draft = page.get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(draft, name, value)
    draft.save_revision(user=person(AUTHOR), log_action=True)
    page.refresh_from_db()
    transitions.submit(page, person(AUTHOR))
    approve_all_steps(page, EDITOR, APPROVED)
    make_findable(page)


def approve_all_steps(page: BasePage, editor: str, comment: str) -> None:
    """Approves the step of the academy and, where the workflow has one, the release by the ministry."""
    transitions.approve(page, person(editor), comment)
    if page.workflow_in_progress:
        transitions.approve(page, person(MINISTRY), RELEASED)


def index_page(page_class: type[BasePage], story: Story) -> None:
    """The one list of its kind below the start page, in the main navigation, unless there is one already."""
    if not page_class.objects.exists():
        root = Site.objects.get(is_default_site=True).root_page
        add(page_class, root.specific, story, show_in_menus=True)


def rewrite(page: BasePage, story: Story, **fields: Any) -> None:
    """Gives a page that every fresh installation has the story's content, unless that was done already."""
    if record.was_loaded(story.key):
        return
    fill(page, story, fields)
    page.save_revision(user=person(EDITOR), log_action=True)
    transitions.submit(page, person(EDITOR))
    approve_all_steps(page, SECOND_EDITOR, APPROVED)
    date_back(page, story)
    record.record(page, story.key)
    make_findable(page)


def fill(page: BasePage, story: Story, fields: dict[str, Any]) -> None:
    """Writes everything but address and state into the page."""
    page.title, page.lead = story.title, story.lead
    page.display_date = story.published_at if story.state == LIVE or story.is_kept else None
    if story.image:
        page.lead_image, page.lead_image_alt = library.picture(story.image), story.image_alt
    if story.owner:
        page.owner_body = directory.body(story.owner)
        page.creators = page.owner_body.name
    page.go_live_at = story.goes_live_at
    page.rights = "Demo-Inhalt, frei nachnutzbar"
    page.subjects = [directory.subject(slug) for slug in story.subjects]
    if story.body:
        page.body = writing.body(story.body)
    for name, value in fields.items():
        setattr(page, name, value)


def bring_to_state(page: BasePage, story: Story) -> None:
    """Walks the page through its approval, as far as the story tells."""
    if story.state == DRAFT:
        return
    transitions.submit(page, page.owner)
    if story.state in (LIVE, SCHEDULED):
        approve_all_steps(page, EDITOR, story.comment or APPROVED)
    elif story.state == WITHDRAWN:
        approve_all_steps(page, EDITOR, APPROVED)
        kind = Withdrawal.Kind.KEPT if story.is_kept else Withdrawal.Kind.OUTDATED
        transitions.ask_withdrawal(page, page.owner, story.comment, kind, notice=story.notice)
        transitions.withdraw(page, person(EDITOR), AGREED)
    elif story.state == CHANGES_REQUESTED:
        transitions.request_changes(page, person(EDITOR), story.comment)


def date_back(page: BasePage, story: Story) -> None:
    """The live page looks as if it had appeared when the story says."""
    if story.state == LIVE:
        then = story.published_at
        BasePage.objects.filter(pk=page.pk).update(first_published_at=then, last_published_at=then)


def make_findable(page: BasePage) -> None:
    """Index and references at once: the demo is complete before any worker runs."""
    page = type(page).objects.get(pk=page.pk)
    insert_or_update_object(page)
    ReferenceIndex.create_or_update_for_object(page)
