"""Background entry points of imports."""

from procrastinate.contrib.django import app

from tenure.imports import uploads


@app.task(name="imports.check")
def check(*, import_id: str) -> None:
    uploads.check_upload(import_id=import_id)


@app.task(name="imports.bring_in")
def bring_in(*, import_id: str) -> None:
    uploads.bring_in_upload(import_id=import_id)
