"""Puts *Programm* in force for editions where programmes already follow it; a fresh database gets it later."""

from django.db import migrations


def follow_programmes(apps, schema_editor):
    """Wherever a workflow is assigned to programmes, it is assigned to their editions, too."""
    kinds = apps.get_model("contenttypes", "ContentType").objects
    assignments = apps.get_model("workflow", "Assignment").objects
    program = kinds.filter(app_label="programs", model="programpage").first()
    for row in assignments.filter(content_type=program) if program else []:
        edition, _ = kinds.get_or_create(app_label="programs", model="editionpage")
        assignments.get_or_create(section=row.section, content_type=edition, defaults={"workflow": row.workflow})


class Migration(migrations.Migration):

    dependencies = [
        ("programs", "0003_editions_and_events"),
        ("workflow", "0005_record"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(follow_programmes, migrations.RunPython.noop)]
