"""What the success profile knows of systems, data, training and use."""

from tenure.customers.models import Customer
from tenure.customers.words import DataMigrationStatus
from tenure.foundation.paper.parts import Facts, Points, Section
from tenure.foundation.web.templatetags.saying import day
from tenure.portfolio.plan_document.worth import plain


def technical_requirements(customer: Customer) -> Section:
    profile = customer.success_profile
    migration = DataMigrationStatus(profile.data_migration_status)
    return Section(
        "Technical requirements",
        [
            Points("Integrations", profile.integrations_enabled),
            Facts([("Data migration", migration.label), ("Configuration", None)]),
        ],
    )


def training_and_adoption(customer: Customer) -> Section:
    """Nobody trained of nobody known is unknown."""
    profile = customer.success_profile
    users = profile.total_users
    trained = f"{profile.users_trained} of {users}" if users else None
    adoption = profile.adoption_percent
    logins = profile.login_frequency
    return Section(
        "Training and adoption",
        [
            Facts(
                [
                    ("Groups", f"{users} users" if users else None),
                    ("Trained", trained),
                    ("Training completed", day(profile.trained_on) or None),
                    ("Go-live", day(profile.goes_live_on) or None),
                    ("Adoption", None if adoption is None else f"{adoption.normalize():f}%"),
                    ("Logins a user and week", None if logins is None else f"{logins.normalize():f}"),
                    ("Use of features", plain(profile.feature_adoption) if profile.feature_adoption else None),
                ]
            )
        ],
    )  # fmt: skip
