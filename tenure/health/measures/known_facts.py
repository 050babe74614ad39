"""The facts that measures are made of: what each is, over which time. An expression may name any."""

USAGE, SUPPORT, SURVEYS = "Daily usage", "Tickets", "Surveys"
CONTRACTS, PLANS, PROFILE = "Contracts and invoices", "Success plans", "Success profile"

FACTS: dict[str, tuple[str, str]] = {
    "logins": ("Logins in 30 days", USAGE),
    "peak_active_users": ("Active users of the busiest of 30 days", USAGE),
    "mean_active_users": ("Active users on an average working day of 30 days", USAGE),
    "minutes": ("Minutes in the product in 30 days", USAGE),
    "features_used": ("Core features used in 90 days", USAGE),
    "features_available": ("Core features there are", USAGE),
    "counts_logins": ("1 where the feed counts logins, else 0", USAGE),
    "counts_users": ("1 where the feed counts active users, else 0", USAGE),
    "ticket_satisfaction": ("Mean rating of tickets in 180 days, 1 to 5", SUPPORT),
    "complaints": ("Escalated tickets in 90 days", SUPPORT),
    "nps": ("NPS of 12 months, −100 to 100", SURVEYS),
    "csat": ("Mean CSAT of 180 days, 1 to 5", SURVEYS),
    "seats": ("Seats of running contracts", CONTRACTS),
    "annual_value": ("A year’s value of running contracts", CONTRACTS),
    "running": ("Contracts that are running", CONTRACTS),
    "known": ("Contracts that ever began", CONTRACTS),
    "base_value": ("A year’s value as it was a year ago", CONTRACTS),
    "invoices_due": ("Invoices due in 12 months", CONTRACTS),
    "invoices_on_time": ("Of those, paid by their day", CONTRACTS),
    "invoices_long_overdue": ("Of those, more than 30 days late", CONTRACTS),
    "goals": ("Milestones due in 12 months", PLANS),
    "goals_attained": ("Of those, completed", PLANS),
    "kpi_percent": ("Mean of actual against target over the KPIs, in percent", PROFILE),
    "time_to_value_days": ("Days to the first value", PROFILE),
    "renewal_intent_percent": ("Stated intent to renew, in percent", PROFILE),
    "latest_nps": ("The NPS that the profile names", PROFILE),
    "latest_csat": ("The CSAT that the profile names", PROFILE),
    "total_users": ("Users that the profile names", PROFILE),
    "adoption_percent": ("Adoption that the profile names, in percent", PROFILE),
    "complaint_count": ("Complaints that the profile counts", PROFILE),
}
