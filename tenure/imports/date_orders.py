"""Which way round each column of a file writes its dates: told, found from its values, or asked."""

import msgspec

from tenure.foundation.refusals import Invalid
from tenure.foundation.tabular.dates import DateOrder, OrderFinder
from tenure.foundation.tabular.formats import Format
from tenure.foundation.tabular.mapping import FileMapping
from tenure.foundation.tabular.records import Table

ROWS_OF_A_SAMPLE, DATES_OF_A_SAMPLE = 1000, 100


class AmbiguousDates(Invalid):
    """Columns whose dates can be read in two ways, each with its question."""


def with_date_orders(table: Table, form: Format, mapping: FileMapping) -> FileMapping:
    """The mapping with an order for each column of dates: the one told, or the only one that
    fits all values. Where two fit, nobody guesses: AmbiguousDates asks."""
    finders = {
        source.column: OrderFinder()
        for column in form.columns
        if column.date_kind and (source := mapping.source(column.name)) and source.column
        if source.column not in mapping.dates
    }
    places = {name: table.columns.index(name) for name in finders}
    for number, record in enumerate(table.records()):
        for name, finder in finders.items():
            if not record.problem:
                finder.look((record.values[places[name]],))
        if number % ROWS_OF_A_SAMPLE == 0 and all(map(_is_iso, finders.values())):
            break
    questions = {n: f.question(n) for n, f in finders.items() if f.order is None}
    if questions:
        raise AmbiguousDates(" ".join(questions.values()), questions)
    orders: dict[str, DateOrder] = {n: f.order for n, f in finders.items() if f.order}
    return msgspec.structs.replace(mapping, dates=mapping.dates | orders)


def _is_iso(finder: OrderFinder) -> bool:
    """A column whose first hundred dates are year first goes on so. One that is filled late says
    nothing yet."""
    others = finder.only_day_first or finder.only_month_first or finder.either
    return finder.year_first >= DATES_OF_A_SAMPLE and not others
