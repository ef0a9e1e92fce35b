"""The groups, what they may do, and the shipped workflow: written down once, set up after every migration."""

from dataclasses import dataclass, field

from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Workflow,
    WorkflowTask,
)

from home.page.models import BasePage

from .models import Assignment, FourEyesTask

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


CARE = ("add", "change", "delete")
AUTHOR = Role("Autorinnen und Autoren", ("add",))
ACADEMY = Role(
    "Akademie-Redaktion",
    ("add", "change", "lock", "unlock"),
    snippets=(
        "add_subject",
        "change_subject",
        "add_body",
        "change_body",
        "change_municipality",
        "add_contact",
        "change_contact",
        "add_method",
        "change_method",
        "add_targetgroup",
        "change_targetgroup",
        "add_nameconsent",
        "change_nameconsent",
        "change_actionsettings",
        # Whoever knows what readers ask for teaches the search.
        *(f"{verb}_{name}" for name in ("synonymgroup", "broaderterm", "pinnedhit", "lexiconword") for verb in CARE),
        "view_fruitlesssearch",
        "delete_fruitlesssearch",
    ),
)
MINISTRY = Role("Ministerium", ("change",), media=("choose_image", "choose_document"))
EMERGENCY = Role("Notfall-Veröffentlichung", ("change", "publish"))
ROLES = (AUTHOR, ACADEMY, MINISTRY, EMERGENCY)


@dataclass(frozen=True)
class Step:
    """One step of a shipped workflow."""

    name: str
    role: Role
    read_only: bool = False


CHECK = Step("Freigabe durch die Akademie", ACADEMY)
RELEASE = Step("Veröffentlichung durch das Ministerium", MINISTRY, read_only=True)
# The first one is in force wherever no section and no type says otherwise.
WORKFLOWS = {"Mitteilung": (CHECK,), "Programm": (CHECK, RELEASE), "Praxisbeispiel": (CHECK, RELEASE)}


@transaction.atomic
def set_up_roles() -> None:
    """Creates groups, permissions and workflow; what exists is completed, nothing is taken away."""
    for role in ROLES:
        set_up_group(role)
    for name, steps in WORKFLOWS.items():
        set_up_workflow(name, steps)


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


def set_up_workflow(name: str, steps: tuple[Step, ...]) -> None:
    """A shipped workflow; one that exists stays as the editors made it."""
    workflow, created = Workflow.objects.get_or_create(name=name)
    if not created:
        return
    for number, step in enumerate(steps):
        task, new = FourEyesTask.objects.get_or_create(name=step.name, defaults={"read_only": step.read_only})
        if new:
            task.groups.add(Group.objects.get(name=step.role.name))
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=number)
    assign(workflow, name)


def assign(workflow: Workflow, name: str) -> None:
    """Puts a new shipped workflow in force for its types of page, the first one for all."""
    root = BasePage.get_first_root_node()
    if name == next(iter(WORKFLOWS)):
        Assignment.objects.get_or_create(section=root, content_type=None, defaults={"workflow": workflow})
    for label, wanted in settings.AUSHANG_WORKFLOW_OF_TYPE.items():
        if wanted == name:
            kind = ContentType.objects.get_for_model(apps.get_model(label))
            Assignment.objects.get_or_create(section=root, content_type=kind, defaults={"workflow": workflow})
