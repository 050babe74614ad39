"""Charts of PowerPoint's own: who has the deck opens their data and changes it."""

from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from tenure.portfolio.deck.parts import Chart, month_names
from tenure.portfolio.deck.powerpoint.canvas import LINE, QUIET, Box, Run, height_of, write

SHAPES = {
    "line": XL_CHART_TYPE.LINE, "columns": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "bars": XL_CHART_TYPE.BAR_CLUSTERED,
}  # fmt: skip
COLOURS = (MSO_THEME_COLOR.ACCENT_1, MSO_THEME_COLOR.ACCENT_2, MSO_THEME_COLOR.ACCENT_3)
chart_data: Any = CategoryChartData  # the library has no types
HEADING, AXIS, MOST_LABELLED = 15, 12, 14


def add_chart(slide: Any, chart: Chart, box: Box) -> None:
    write(slide, box, [[Run(chart.title, HEADING, QUIET, bold=True)]])
    box = box.below(height_of(1.5, HEADING))
    data = chart_data(number_format=chart.number)
    is_line = chart.shape == "line" and _spans_days(chart)
    data.categories = list(chart.days) if is_line else chart.names or month_names(chart.days)
    for series in chart.series:
        data.add_series(series.name, list(series.values))
    place = map(Emu, (box.left, box.top, box.width, box.height))
    drawn = slide.shapes.add_chart(SHAPES[chart.shape], *place, data).chart
    drawn.has_title = False
    drawn.font.size, drawn.font.color.rgb = Pt(AXIS), QUIET
    drawn.has_legend = len(chart.series) > 1
    if drawn.has_legend:
        drawn.legend.position, drawn.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    _axes(drawn, chart, is_line)
    _series(drawn, chart)


def _spans_days(chart: Chart) -> bool:
    """Whether its points lie on any days, and not only on the first ones of months."""
    return any(day.day != 1 for day in chart.days)


def _axes(drawn: Any, chart: Chart, is_line: bool) -> None:
    value, category = drawn.value_axis, drawn.category_axis
    if chart.low is not None:
        value.minimum_scale = chart.low
    if chart.high is not None:
        value.maximum_scale, value.major_unit = chart.high, chart.high / 5
    if chart.shape == "bars":
        _as_bars(value, category)
        return
    value.major_gridlines.format.line.color.rgb = LINE
    value.major_gridlines.format.line.width = Pt(0.5)
    value.format.line.fill.background()
    value.tick_labels.number_format, value.tick_labels.number_format_is_linked = "#,##0", False
    value.major_tick_mark = category.major_tick_mark = XL_TICK_MARK.NONE
    category.format.line.color.rgb = LINE
    category.has_major_gridlines = False
    category.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    if is_line:
        category.tick_labels.number_format, category.tick_labels.number_format_is_linked = (
            "mmm yy",
            False,
        )
        _months_apart(category, chart)


def _as_bars(value: Any, category: Any) -> None:
    """Names at the left, whichever way a bar goes; its figure stands at its end."""
    value.visible, value.has_major_gridlines, category.reverse_order = False, False, True
    category.tick_label_position, category.has_major_gridlines = XL_TICK_LABEL_POSITION.LOW, False
    category.major_tick_mark = XL_TICK_MARK.NONE
    category.format.line.color.rgb = LINE


def _months_apart(axis: Any, chart: Chart) -> None:
    """A label every second month, so that they stand apart."""
    months = max(1, round((chart.days[-1] - chart.days[0]).days / 30.4))
    step = max(1, -(-months // 7))
    element = axis._element
    for name, value in (
        ("c:baseTimeUnit", "days"),
        ("c:majorUnit", str(step)),
        ("c:majorTimeUnit", "months"),
    ):
        for old in element.findall(qn(name)):
            element.remove(old)
        element.append(element.makeelement(qn(name), {"val": value}))


def _series(drawn: Any, chart: Chart) -> None:
    plot = drawn.plots[0]
    if chart.shape != "line":
        plot.gap_width, plot.overlap = 55, -5
    few = len(chart.series[0].values) * len(chart.series) <= MOST_LABELLED
    for series, colour in zip(plot.series, COLOURS, strict=False):
        if chart.shape == "line":
            series.smooth = False
            series.format.line.width = Pt(2.25)
            series.format.line.color.theme_color = colour
            series.marker.style = XL_MARKER_STYLE.NONE
            _label_last(series, chart)
        else:
            series.format.fill.solid()
            series.format.fill.fore_color.theme_color = colour
            series.invert_if_negative = False
            if few:
                _label_all(series, chart)


def _label_all(series: Any, chart: Chart) -> None:
    labels = series.data_labels
    labels.show_value, labels.position = True, XL_LABEL_POSITION.OUTSIDE_END
    labels.number_format, labels.number_format_is_linked = chart.number, False
    labels.font.size, labels.font.color.rgb = Pt(AXIS), QUIET


def _label_last(series: Any, chart: Chart) -> None:
    label = series.points[len(chart.days) - 1].data_label
    label.has_text_frame = False
    label.position = XL_LABEL_POSITION.ABOVE
    label.font.size, label.font.bold = Pt(AXIS + 1), True
    label.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
