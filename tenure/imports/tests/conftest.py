from io import BytesIO
from pathlib import Path

import pytest
from django.test import Client

from tenure.imports import actions, uploads
from tenure.imports.models import Import
from tests.moments import NOON


@pytest.fixture
def bring_in(mona, tmp_path):
    """Imports a file of this text; options as for the command. Answers its outcome."""

    def brought_in(text: str | bytes, name: str = "file.csv", *, only_try: bool = False, **options):
        file: Path = tmp_path / name
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        (job,) = actions.plan([file], options.pop("mapping", None), **options)
        target = tmp_path / f"refused-{name}"
        if only_try:
            return actions.try_file(job=job, refused_to=target, at=NOON)
        return actions.import_file(job=job, refused_to=target, by=mona, at=NOON)

    return brought_in


@pytest.fixture(autouse=True)
def uploads_of_its_own(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def upload(mona, sign_in):
    """Uploads a text as a file; the check in the background is done. Answers client and import."""

    def uploaded(text: str, name: str = "customers.csv", **told) -> tuple[Client, Import]:
        file = BytesIO(text.encode())
        file.name = name
        client = sign_in(mona)
        answer = client.post("/imports/", {"tables": file, **told})
        assert answer.status_code == 302, answer.content
        record = Import.objects.get()
        uploads.check_upload(import_id=str(record.id))
        record.refresh_from_db()
        return client, record

    return uploaded
