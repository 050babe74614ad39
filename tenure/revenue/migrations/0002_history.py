from django.db import migrations

from tenure.foundation.audit.triggers import append_only


class Migration(migrations.Migration):
    dependencies = [("revenue", "0001_initial"), ("audit", "0002_triggers")]

    operations = [append_only("revenue_renewalforecast")]
