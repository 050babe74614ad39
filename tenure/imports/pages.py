"""Pages of imports: upload, preview, import, result."""

from typing import Any
from uuid import UUID

import msgspec
from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django_htmx.http import HttpResponseClientRefresh

from tenure.foundation.refusals import Refusal
from tenure.foundation.tabular.header import NotATable
from tenure.foundation.tabular.mapping import FileMapping, check_mapping
from tenure.imports import kept, uploads
from tenure.imports.actions import mapping_named
from tenure.imports.findings import findings
from tenure.imports.formats import FORMATS, format_named
from tenure.imports.forms import ColumnsForm, KindForm, UploadForm
from tenure.imports.models import Import, ImportState
from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission

IMPORTS_SHOWN = 50
TITLES = {form.code: form.title for form in FORMATS}


@require_http_methods(["GET", "POST"])
@requires(Permission.IMPORTS_RUN)
def imports(request: PersonRequest) -> HttpResponse:
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if form.is_valid():
        told = form.cleaned_data
        shipped = mapping_named(told["mapping"]) if told["mapping"] else None
        received = [
            uploads.receive(
                upload=file, mapping=told["mapping_file"] or shipped, encoding=told["encoding"],
                by=request.user, at=timezone.now(),
            )
            for file in told["tables"]
        ]  # fmt: skip
        if len(received) == 1:
            return redirect("import", received[0].id)
        messages.success(request, f"{len(received)} files were uploaded and are being checked.")
        return redirect("imports")
    shown = {
        "form": form,
        "imports": Import.objects.select_related("by").order_by("-created_at")[:IMPORTS_SHOWN],
        "formats": FORMATS,
        "titles": TITLES,
    }
    return render(request, "imports/list.html", shown, status=422 if form.errors else 200)


@require_GET
@requires(Permission.IMPORTS_RUN)
def import_page(request: PersonRequest, import_id: UUID) -> HttpResponse:
    record = get_object_or_404(Import.objects.select_related("by"), id=import_id)
    shown: dict[str, Any] = {"record": record, "titles": TITLES}
    if request.htmx and not record.is_busy:  # type: ignore[attr-defined]
        return HttpResponseClientRefresh()  # what can be done now stands around the state
    if record.is_busy:
        shown["line"] = line_of(record)
    if record.state in (ImportState.CHECKED, ImportState.FAILED) and record.path:
        shown |= reading_forms(request, record)
    if record.is_done:
        shown["findings"] = findings()
    template = "imports/import.html#state" if request.htmx else "imports/import.html"  # type: ignore[attr-defined]
    return render(request, template, shown)


def reading_forms(request: PersonRequest, record: Import) -> dict[str, Any]:
    """The forms by which a file's reading is changed; none for a file that is no table."""
    kind = request.GET.get("kind") or record.kind
    shown: dict[str, Any] = {"kind_form": KindForm(initial={"kind": kind})}
    try:
        table = kept.table_of(record)
    except NotATable:
        return {}
    if kind:
        form = format_named(kind)
        shown["columns_form"] = ColumnsForm(
            form=form, table=table, mapping=known_mapping(record, kind)
        )
        shown["format"] = form
    return shown


def known_mapping(record: Import, kind: str) -> FileMapping:
    """How the file is read so far; a fresh start where it is to be read as something else."""
    if record.mapping and record.mapping.get("kind") == kind:
        return msgspec.convert(record.mapping, FileMapping)
    return FileMapping(kind=kind)


@require_POST
@requires(Permission.IMPORTS_RUN)
def map_import(request: PersonRequest, import_id: UUID, kind: str) -> HttpResponse:
    record = get_object_or_404(Import, id=import_id)
    form, table = format_named(kind), kept.table_of(record)
    columns = ColumnsForm(request.POST, form=form, table=table, mapping=known_mapping(record, kind))
    if columns.is_valid():
        try:
            mapping = columns.chosen()
            check_mapping(mapping, form, table.columns)
        except Refusal as refusal:
            columns.add_error(None, refusal.message)
        else:
            uploads.map_columns(record=record, mapping=mapping, by=request.user, at=timezone.now())
            return redirect("import", record.id)
    shown = {
        "record": record,
        "kind_form": KindForm(initial={"kind": kind}),
        "columns_form": columns,
        "format": form,
        "titles": TITLES,
    }
    return render(request, "imports/import.html", shown, status=422)


@require_POST
@requires(Permission.IMPORTS_RUN)
def start_import(request: PersonRequest, import_id: UUID) -> HttpResponse:
    record = get_object_or_404(Import, id=import_id)
    uploads.start(record=record, by=request.user, at=timezone.now())
    return redirect("import", record.id)


@require_GET
@requires(Permission.IMPORTS_RUN)
def refused_rows(request: PersonRequest, import_id: UUID) -> HttpResponseBase:
    record = get_object_or_404(Import, id=import_id)
    file = kept.refused_file_of(record)
    if not record.refused_rows or not file.exists():
        raise Http404
    return FileResponse(file.open("rb"), as_attachment=True, filename=file.name)


def line_of(record: Import) -> int | None:
    """How many lines were read so far, as the background says."""
    try:
        return int(kept.progress_file_of(record).read_text())
    except (OSError, ValueError):
        return None
