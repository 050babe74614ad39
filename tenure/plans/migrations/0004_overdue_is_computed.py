from django.db import migrations

OPEN_AGAIN = "update plans_milestone set status = 'PENDING' where status = 'OVERDUE'"


class Migration(migrations.Migration):
    dependencies = [("plans", "0003_steps_of_a_template")]

    operations = [migrations.RunSQL(OPEN_AGAIN, migrations.RunSQL.noop)]
