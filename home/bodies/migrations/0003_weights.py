from django.db import migrations, models
from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce


def weigh(apps, schema_editor):
    places = apps.get_model("bodies", "Municipality").objects.filter(pk=OuterRef("municipality"), valid_to=None)
    weight = Subquery(places.values(weight=Coalesce("population", 0))[:1])
    apps.get_model("bodies", "PlaceName").objects.update(weight=weight)


class Migration(migrations.Migration):
    dependencies = [("bodies", "0002_places")]
    operations = [
        migrations.AddField("placename", "weight", models.PositiveIntegerField(null=True)),
        migrations.RunPython(weigh, migrations.RunPython.noop),
    ]
