from django.urls import path

from tenure.health import (
    comparison_pages,
    disagreement_pages,
    draft_pages,
    measure_pages,
    pages,
    run_pages,
    scorecard_pages,
)

urlpatterns = [
    path("health/runs/", run_pages.runs_page, name="scoring-runs"),
    path("health/runs/start/", run_pages.start_run, name="start-run"),
    path("health/", pages.scorecard_page, name="health"),
    path("health/scorecards/", scorecard_pages.scorecards_page, name="scorecards"),
    path("health/scorecards/import/", scorecard_pages.import_scorecard, name="import-scorecard"),
    path("health/scorecards/differences/", scorecard_pages.differences_page, name="differences"),
    path("health/scorecards/<int:number>/", scorecard_pages.version_page, name="scorecard"),
    path(
        "health/scorecards/<int:number>/in-force/",
        scorecard_pages.put_in_force,
        name="put-in-force",
    ),
    path(
        "health/scorecards/<slug:name>/file/",
        scorecard_pages.export_scorecard,
        name="export-scorecard",
    ),
    path("health/drafts/", draft_pages.start_draft, name="start-draft"),
    path("health/drafts/<uuid:draft_id>/", draft_pages.draft_page, name="draft"),
    path("health/drafts/<uuid:draft_id>/check/", draft_pages.check_draft, name="check-draft"),
    path(
        "health/drafts/<uuid:draft_id>/comparison/",
        comparison_pages.draft_comparison,
        name="draft-comparison",
    ),
    path("health/drafts/<uuid:draft_id>/finish/", draft_pages.finish_draft, name="finish-draft"),
    path("health/drafts/<uuid:draft_id>/discard/", draft_pages.discard_draft, name="discard-draft"),
    path("health/measures/", measure_pages.measures_page, name="measures"),
    path("health/measures/<uuid:measure_id>/", measure_pages.measure_page, name="own-measure"),
    path(
        "health/measures/<uuid:measure_id>/remove/",
        measure_pages.remove_measure,
        name="remove-measure",
    ),
    path("health/disagreements/", disagreement_pages.disagreements_page, name="disagreements"),
]
