"""How often the customer of a ticket wrote again; nothing is known of those that are there."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("support", "0002_audit"),
    ]

    operations = [
        migrations.AddField(
            model_name="ticket",
            name="customer_replies",
            field=models.PositiveIntegerField(
                blank=True, db_comment="messages of the customer after the first", null=True
            ),
        ),
        migrations.AddConstraint(
            model_name="ticket",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("customer_replies", None), ("customer_replies__gte", 0), _connector="OR"
                ),
                name="ticket_customer_replies_not_negative",
                violation_error_message="A count cannot be negative.",
            ),
        ),
    ]
