"""The groups, what they may do, and the shipped workflow: written down once, set up after every migration."""

from dataclasses import dataclass, field

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from home.page.models import BasePage

from .models import FourEyesTask

# Wagtail asks for the permissions of its own models, also where others take their place.
MEDIA_APPS = ("wagtailimages", "wagtaildocs")
MEDIA = ("add_image", "change_image", "choose_image", "add_document", "change_document", "choose_document")


@dataclass(frozen=True)
class Role:
    """A group of the admin: its name, and what it may do with pages and media."""

    name: str
    pages: tuple[str, ...]
    media: tuple[str, ...] = MEDIA
    snippets: tuple[str, ...] = field(default=())


AUTHOR = Role("Autorinnen und Autoren", ("add",))
ACADEMY = Role(
    "Akademie-Redaktion",
    ("add", "change", "lock", "unlock"),
    snippets=("add_subject", "change_subject", "add_body", "change_body", "change_municipality"),
)
MINISTRY = Role("Ministerium", ("change",), media=("choose_image", "choose_document"))
EMERGENCY = Role("Notfall-Veröffentlichung", ("change", "publish"))
ROLES = (AUTHOR, ACADEMY, MINISTRY, EMERGENCY)

NOTICE_WORKFLOW = "Mitteilung"
NOTICE_STEP = "Freigabe durch die Akademie"


@transaction.atomic
def set_up_roles() -> None:
    """Creates groups, permissions and workflow; what exists is completed, nothing is taken away."""
    for role in ROLES:
        set_up_group(role)
    set_up_notice_workflow()


def set_up_group(role: Role) -> None:
    """The group with its permissions on the whole site."""
    group, _ = Group.objects.get_or_create(name=role.name)
    codenames = ("access_admin", *role.snippets)
    group.permissions.add(*Permission.objects.filter(codename__in=codenames))
    root = BasePage.get_first_root_node()
    for action in role.pages:
        permission = Permission.objects.get(content_type__app_label="page", codename=f"{action}_basepage")
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)
    collection = Collection.get_first_root_node()
    for permission in Permission.objects.filter(content_type__app_label__in=MEDIA_APPS, codename__in=role.media):
        GroupCollectionPermission.objects.get_or_create(group=group, collection=collection, permission=permission)


def set_up_notice_workflow() -> None:
    """*Mitteilung*: one approval by the academy, in force for the whole site unless a section says otherwise."""
    workflow, created = Workflow.objects.get_or_create(name=NOTICE_WORKFLOW)
    if not created:
        return
    step = FourEyesTask.objects.create(name=NOTICE_STEP)
    step.groups.add(Group.objects.get(name=ACADEMY.name))
    WorkflowTask.objects.create(workflow=workflow, task=step, sort_order=0)
    WorkflowPage.objects.get_or_create(page=BasePage.get_first_root_node(), defaults={"workflow": workflow})
