"""Gives every page that exists its state row, and turns Wagtail's own assignments into ours."""

from django.db import migrations


def fill(apps, schema_editor):
    page_model, state_model = apps.get_model("page.BasePage"), apps.get_model("workflow.PageState")
    rows = [
        state_model(
            page_id=page.pk,
            publication="published" if page.live else "withdrawn" if page.first_published_at else "never",
            review="draft" if page.has_unpublished_changes or not page.first_published_at else "none",
        )
        for page in page_model.objects.only("live", "first_published_at", "has_unpublished_changes").iterator()
    ]
    state_model.objects.bulk_create(rows, batch_size=500, ignore_conflicts=True)


def take_over(apps, schema_editor):
    assignment_model = apps.get_model("workflow.Assignment")
    for row in apps.get_model("wagtailcore.WorkflowPage").objects.filter(workflow__active=True):
        assignment_model.objects.get_or_create(
            section_id=row.page_id, content_type=None, defaults={"workflow_id": row.workflow_id}
        )


class Migration(migrations.Migration):
    dependencies = [("workflow", "0002_states"), ("page", "0003_finalize")]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RunPython(take_over, migrations.RunPython.noop),
    ]
