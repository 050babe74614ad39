"""Run on an installation: upload a file of customers as the portal does, then start its import."""

import sys

from tenure.project.command_line.application import application


def upload(rows: int) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile
    from django.utils import timezone

    from tenure.imports import uploads
    from tenure.people.models import Person

    lines = ["external_id,name", *(f"C-{n},Customer {n}" for n in range(rows))]
    file = SimpleUploadedFile("customers.csv", "\n".join(lines).encode())
    uploads.receive(upload=file, mapping=None, by=Person.objects.get(), at=timezone.now())


def start() -> None:
    from django.utils import timezone

    from tenure.imports import uploads
    from tenure.imports.models import Import

    record = Import.objects.get()
    uploads.start(record=record, by=record.by, at=timezone.now())


if __name__ == "__main__":
    with application():
        upload(int(sys.argv[2])) if sys.argv[1] == "upload" else start()
