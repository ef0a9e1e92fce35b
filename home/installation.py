"""What a fresh database needs before anybody works: a start page and a site, instead of Wagtail's samples."""

from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.models import Site, Task, Workflow

from home.models import HomePage
from home.page.models import BasePage

WAGTAIL_GROUPS = ("Moderators", "Editors")
WAGTAIL_WORKFLOW = "Moderators approval"


@transaction.atomic
def set_up_site(**kwargs) -> None:
    """Removes Wagtail's samples while nobody uses them, and creates start page and site where there are none."""
    Group.objects.filter(name__in=WAGTAIL_GROUPS, user=None).delete()
    Workflow.objects.filter(name=WAGTAIL_WORKFLOW, workflow_states=None).delete()
    Task.objects.filter(name=WAGTAIL_WORKFLOW, workflow_tasks=None, task_states=None).delete()
    if HomePage.objects.exists():
        return
    root = BasePage.get_first_root_node()
    for page in root.get_children():
        if page.specific_class is BasePage:
            page.delete()
    root.refresh_from_db()
    start_page = root.add_child(instance=HomePage(title="Startseite", slug="start", live=True))
    Site.objects.update_or_create(is_default_site=True, defaults={"hostname": "localhost", "root_page": start_page})
