"""Forms of imports: the upload, and how a file's columns are read."""

from typing import Any

import msgspec
from django import forms
from django.core.files.uploadedfile import UploadedFile

from tenure.foundation.refusals import Refusal
from tenure.foundation.tabular.dates import DateOrder
from tenure.foundation.tabular.formats import Format
from tenure.foundation.tabular.mapping import FileMapping, Mapping
from tenure.foundation.tabular.records import Table
from tenure.imports.actions import shipped_mappings
from tenure.imports.formats import FORMATS, format_named

MOST_FILES = 20
LARGEST_MAPPING = 1024 * 1024  # bytes
ENCODINGS = (
    ("", "UTF-8, or what the file's mark says"),
    ("windows-1252", "Windows-1252 (Western Europe)"),
    ("windows-1250", "Windows-1250 (Central Europe)"),
    ("iso-8859-1", "ISO 8859-1 (Latin 1)"),
    ("iso-8859-15", "ISO 8859-15 (Latin 9)"),
    ("mac-roman", "Mac Roman"),
)


class ManyFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """One or more files."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> Any:
        files = data if isinstance(data, list | tuple) else [data]
        files = files or [None]  # a form without files: the field's own check says so
        if len(files) > MOST_FILES:
            raise forms.ValidationError(f"At most {MOST_FILES} files at once.")
        return [super(ManyFilesField, self).clean(file, initial) for file in files]


class UploadForm(forms.Form):
    """Files to bring in, and how other systems' columns are read."""

    tables = ManyFilesField(label="CSV files")
    mapping = forms.ChoiceField(
        required=False, help_text="How the files of another system are read."
    )
    mapping_file = forms.FileField(
        required=False,
        label="Or a mapping file of yours",
        help_text="TOML, as the manual describes.",
    )
    encoding = forms.ChoiceField(label="Text is written in", required=False, choices=ENCODINGS)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        shipped = [(name, name.capitalize()) for name in shipped_mappings()]
        field = self.fields["mapping"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "By their own column names"), *shipped]

    def clean_mapping_file(self) -> Mapping | None:
        upload: UploadedFile[bytes] | None = self.cleaned_data["mapping_file"]
        if upload is None:
            return None
        if (upload.size or 0) > LARGEST_MAPPING:
            raise forms.ValidationError("The mapping is larger than 1 MiB: this is no mapping.")
        try:
            mapping = msgspec.toml.decode(upload.read(), type=Mapping)
            for file in mapping.file:
                format_named(file.kind)
        except (msgspec.ValidationError, msgspec.DecodeError, ValueError) as error:
            raise forms.ValidationError(f"The mapping is wrong: {error}") from error
        except Refusal as refusal:
            raise forms.ValidationError(f"The mapping is wrong: {refusal.message}") from refusal
        return mapping


class KindForm(forms.Form):
    """What a file holds."""

    kind = forms.ChoiceField(
        label="The file holds", choices=[(form.code, form.title) for form in FORMATS]
    )


class ColumnsForm(forms.Form):
    """Which column is which field, and which way round dates are written."""

    def __init__(
        self, *args: Any, form: Format, table: Table, mapping: FileMapping, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.form, self.mapping = form, mapping
        theirs = [("", "not in this file"), *((name, name) for name in table.columns)]
        for column in form.columns:
            source = mapping.source(column.name)
            found = source.column if source else self.guess(column.name, table)
            self.fields[f"field-{column.name}"] = forms.ChoiceField(
                label=column.name, required=False, choices=theirs, initial=found,
                help_text=column.about + (" Required." if column.is_required else ""),
            )  # fmt: skip
            if column.date_kind:
                self.fields[f"dates-{column.name}"] = forms.ChoiceField(
                    label=f"{column.name} is written", required=False,
                    choices=[("", "as its values show"), *DateOrder.choices()],
                    initial=mapping.dates.get(found or "", ""),
                )  # fmt: skip

    @staticmethod
    def guess(name: str, table: Table) -> str:
        """A column whose name is the same but for case, blanks and dashes."""
        plain = {
            column.lower().replace(" ", "_").replace("-", "_"): column for column in table.columns
        }
        return plain.get(name, "")

    def chosen(self) -> FileMapping:
        """The mapping that the form says; what a source did beyond naming a column stays."""
        fields: dict[str, Any] = {}
        dates: dict[str, DateOrder] = {}
        for column in self.form.columns:
            name = self.cleaned_data[f"field-{column.name}"]
            known = self.mapping.source(column.name)
            if not name:
                if known and known.value is not None:
                    fields[column.name] = known
                continue
            fields[column.name] = known if known and known.column == name else name
            if order := self.cleaned_data.get(f"dates-{column.name}"):
                dates[name] = DateOrder(order)
        return FileMapping(kind=self.form.code, fields=fields, dates=dates, drop=self.mapping.drop)
