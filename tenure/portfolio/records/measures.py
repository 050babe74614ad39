"""Where the rows behind each measure stand."""

ROWS_OF_MEASURE = {
    "login_frequency": "usage",
    "feature_adoption": "usage",
    "time_spent": "usage",
    "daily_active_users": "usage",
    "adoption_velocity": "usage",
    "goal_attainment": "plans",
    "nps": "surveys",
    "csat": "surveys",
    "ticket_satisfaction": "tickets",
    "complaints": "tickets",
    "payment_history": "invoices",
    "expansion_revenue": "contracts",
    "contract_compliance": "contracts",
}
