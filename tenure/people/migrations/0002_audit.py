from django.db import migrations

from tenure.foundation.audit.triggers import audit


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial"), ("audit", "0002_triggers")]

    operations = [
        audit(
            "people.person",
            named_by="name",
            left_out=["last_login"],
            secret=["password"],
        ),
        audit("people.apitoken", named_by="name", left_out=["last_used_at"], secret=["digest"]),
    ]
