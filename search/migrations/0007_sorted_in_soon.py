from django.db import migrations

from search.engines import tables


class Migration(migrations.Migration):

    dependencies = [('search', '0006_broader_terms')]

    operations = [migrations.RunPython(tables.sort_in_soon, migrations.RunPython.noop, elidable=True)]
