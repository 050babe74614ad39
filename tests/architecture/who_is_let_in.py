"""Who is let in where. An address that is missing here fails a test: nothing is open by oversight."""

TEAM = {"ada", "mona", "alice", "bob", "erin"}
EVERYBODY = TEAM | {"carl"}
LEADERS = {"ada", "mona"}
OPEN = {"sign-in", "sign-out", "ask-reset", "reset-asked", "confirm-reset"}
SCORECARDS = (
    "put-in-force", "import-scorecard", "start-draft", "draft", "check-draft", "draft-comparison",
    "finish-draft", "discard-draft", "measures", "own-measure", "remove-measure",
)  # fmt: skip
PLAN_DEEDS = (
    "edit-plan", "work-plan", "activate-plan", "sign-plan", "undo-move", "add-objective",
    "edit-objective", "add-milestone", "milestone", "work-milestone", "move-milestone",
)  # fmt: skip
ADVOCACY = ("favours", "favour", "find-reference", "advocates", "published", "groups", "group",
            "customer-advocacy")  # fmt: skip
REQUESTS = ("requests", "request", "customer-requests")
OF_A_REVIEW = ("review", "held-review", "review-ics", "review-deck", "review-pdf")
# Who is let in. An address that is missing here fails the test: nothing is open by oversight.
ALLOWED = {
    "home": EVERYBODY,
    "you": EVERYBODY,
    "tokens": EVERYBODY,
    "revoke-token": EVERYBODY,
    "change-password": EVERYBODY,
    "customers": TEAM,
    "find-customer": TEAM,
    "add-customer": {"ada", "mona", "alice", "bob"},
    "customer": TEAM,
    "edit-customer": {"ada", "mona", "alice"},
    "score-customer": {"ada", "mona", "alice", "bob"},
    "customer-activity": TEAM,
    "customer-pulse": TEAM,
    "withdraw-pulse": {"ada", "mona", "alice"},
    "customer-override": TEAM,
    "end-override": {"ada", "mona", "alice"},
    "disagreements": TEAM,
    "customer-health": TEAM,
    "customer-records": TEAM,
    "customer-autopsy": TEAM,
    "alerts": TEAM,
    "alert": TEAM,
    "customer-alerts": TEAM,
    "work-alerts": {"ada", "mona", "alice", "bob"},
    **dict.fromkeys(
        ("plans", "plan", "plan-versions", "objective", "print-plan", "plan-pdf"), TEAM
    ),
    **{key: {"ada", "mona", "alice", "bob"} for key in PLAN_DEEDS},
    "new-plan": {"ada", "mona", "alice", "bob"},
    "start-plan": {"ada", "mona", "alice"},
    **dict.fromkeys(("reviews", "my-reviews", "customer-reviews", *OF_A_REVIEW), TEAM),
    "onboarding": TEAM,
    "customer-onboarding": TEAM,
    "work-onboarding": {"ada", "mona", "alice"},
    "work-step": {"ada", "mona", "alice"},
    "add-value": {"ada", "mona", "alice"},
    **dict.fromkeys(("documents", "programme", "metrics"), TEAM),
    "document": TEAM,
    "cases": TEAM,
    "case": TEAM,
    "opportunities": TEAM,
    **dict.fromkeys((*ADVOCACY, *REQUESTS), TEAM),
    **dict.fromkeys(("revenue", "movements", "renewals", "contract"), TEAM),
    **dict.fromkeys(
        (
            "measured",
            "metric",
            "targets",
            "dashboard-executive",
            "dashboard-csm",
            "dashboard-operations",
            "dashboard-product",
        ),
        TEAM,
    ),
    "new-contract": {"ada", "mona", "alice", "bob"},
    "opportunity": TEAM,
    "open-case": {"ada", "mona", "alice"},
    "tasks": TEAM,
    "task": TEAM,
    "add-task": {"ada", "mona", "alice", "bob"},
    "work-tasks": {"ada", "mona", "alice", "bob"},
    "customer-work": TEAM,
    "end-touchpoint": {"ada", "mona", "alice"},
    "health": TEAM,
    "scoring-runs": TEAM,
    "start-run": {"ada", "mona", "alice", "bob"},
    "proof": TEAM,
    "backtest": TEAM,
    "ask-backtest": {"ada", "mona", "alice", "bob"},
    **dict.fromkeys(("scorecards", "scorecard", "export-scorecard", "differences"), TEAM),
    **dict.fromkeys(SCORECARDS, LEADERS),
    **dict.fromkeys(("tiers", "support-clock", "customer-tier"), TEAM),
    "reset-tier": {"ada", "mona", "alice"},
    "decide-tier-change": {"ada", "mona", "alice", "bob"},
    **dict.fromkeys(("review-tiers", "books", "book", "move-customer", "suggest-csm"), LEADERS),
    "imports": LEADERS,
    "import": LEADERS,
    "start-import": LEADERS,
    "refused-rows": LEADERS,
    "map-import": LEADERS,
    "audit": TEAM,
    "people": TEAM,
    "add-person": {"ada"},
    "edit-person": {"ada"},
    "deactivate-person": {"ada"},
    "reactivate-person": {"ada"},
}
ABOUT_NOTHING = {
    *PLAN_DEEDS, *OF_A_REVIEW, "favour", "request", "group", "plan", "plan-versions", "objective", "print-plan", "plan-pdf",
    "import", "start-import", "map-import", "refused-rows", "revoke-token", "backtest", "scorecard", "alert", "case", "opportunity", "contract", "new-contract", "metric", "document", "task", "end-touchpoint", "work-onboarding", "work-step",
    "decide-tier-change", *SCORECARDS,
}  # fmt: skip
ONLY_POSTED = {
    "work-plan", "activate-plan", "undo-move", "work-milestone",
    "reset-tier", "decide-tier-change", "review-tiers", "move-customer",
    "open-case", "work-onboarding", "work-step", "add-value", "work-tasks", "end-touchpoint", "revoke-token", "ask-backtest", "work-alerts", "withdraw-pulse", "end-override", "start-run",
    "score-customer", "start-import", "map-import", "deactivate-person", "reactivate-person",
    "sign-out", "put-in-force", "import-scorecard", "start-draft", "check-draft", "finish-draft",
    "discard-draft", "remove-measure",
}  # fmt: skip
