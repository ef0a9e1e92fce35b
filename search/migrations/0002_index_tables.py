from django.db import migrations

from search.engines import tables


class Migration(migrations.Migration):

    dependencies = [('search', '0001_initial'), ('page', '0003_finalize')]

    operations = [migrations.RunPython(tables.create, tables.drop, elidable=False)]
