from django.db import migrations

from tenure.foundation.audit.triggers import audit


class Migration(migrations.Migration):
    dependencies = [("usage", "0001_initial"), ("audit", "0003_rows_known_by_a_number")]

    operations = [audit("usage.feature", named_by="name")]
