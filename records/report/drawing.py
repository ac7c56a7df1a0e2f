"""Drawing a chart with matplotlib, so that it reads as well printed grey."""

from datetime import date
from textwrap import fill
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.ticker import FixedLocator, FuncFormatter, MaxNLocator

from records.print_page import FALLBACK, INK, RULE, SOFT
from records.report.chart import Band, Ceiling, Chart, Gap, Line
from records.report.figures import minutes, short_day
from records.report.glyphs import printable

_LINES = ("#0b4f86", "#3d474e", "#7a858c")
_BAND, _BAND_EDGE, _GAP = "#d9eadf", "#8fb59e", "#eceff1"
_STYLES: dict[str, Any] = {"solid": "-", "dashed": (0, (4, 2)), "ceiling": (0, (9, 2, 1.5, 2))}
_SHAPES = {"": "", "dot": "o", "square": "s", "triangle": "^", "ring": "o"}
_WIDTH_FOR_WORDS = 0.055
_LETTERS_WIDE = 13
_STEPS_DAYS = (1, 2, 3, 7, 14, 21, 28, 56, 91, 182, 364, 728)
_MM_PER_INCH = 25.4
_ROOMY_MM = 110.0
_FAMILY = ["Lato", FALLBACK]


def draw(figure: Figure, box: tuple[float, float, float, float], chart: Chart, pt: float) -> None:
    """Draw `chart` into the box (left, bottom, width, height; shares of the figure) of a figure.

    Titles are not drawn: they are set with the text around it.
    """
    axes = figure.add_axes(box)
    _ground(axes, chart, pt)
    for row, line in enumerate(chart.lines):
        _line(axes, line, _LINES[row % len(_LINES)])
    if chart.bars:
        xs, ys = zip(*chart.bars, strict=True)
        wide = 0.8 * (min(np.diff(sorted(xs)), default=7.0) or 7.0)
        axes.bar(xs, ys, width=wide, color="#a9bfd0", edgecolor=_LINES[0], linewidth=0.6)
    _frame(axes, chart, pt)
    _marks(axes, chart, pt)
    _legend(axes, chart, pt)


def _ground(axes: Axes, chart: Chart, pt: float) -> None:
    for band in chart.bands:
        axes.fill_between(
            [band.x0, band.x1], band.low, band.high, color=_BAND, linewidth=0, zorder=0.5
        )
        for edge in (band.low, band.high):
            axes.plot([band.x0, band.x1], [edge, edge], color=_BAND_EDGE, linewidth=0.5, zorder=0.6)
    for ceiling in chart.ceilings:
        axes.plot(
            [ceiling.x0, ceiling.x1],
            [ceiling.y, ceiling.y],
            color=INK,
            linewidth=0.9,
            linestyle=_STYLES["ceiling"],
            zorder=1,
        )
    left, right = _across(chart)
    for gap in chart.gaps:
        axes.axvspan(
            gap.x0,
            gap.x1,
            facecolor=_GAP,
            edgecolor="#aab3b9",
            hatch="////",
            linewidth=0,
            zorder=0.7,
        )
        if gap.why and (gap.x1 - gap.x0) > _WIDTH_FOR_WORDS * (right - left):
            axes.text(
                (gap.x0 + gap.x1) / 2,
                0.97,
                fill(printable(gap.why), _LETTERS_WIDE),
                transform=axes.get_xaxis_transform(),
                ha="center",
                va="top",
                fontsize=pt - 1,
                color=SOFT,
                family=_FAMILY,
                parse_math=False,
                bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.8},
            )


def _line(axes: Axes, line: Line, colour: str) -> None:
    shape = _SHAPES[line.shape]
    axes.plot(
        line.xs,
        line.ys,
        color=colour,
        linestyle=_STYLES[line.style],
        linewidth=1.1,
        marker=shape,
        markersize=3.2 if len(line.xs) < 80 else 1.8,
        markerfacecolor="white" if line.shape == "ring" else colour,
        markeredgewidth=0.8,
        drawstyle="steps-post" if line.stepped else "default",
        zorder=3,
    )
    if line.errors is not None:
        known = np.isfinite(line.errors) & np.isfinite(line.ys)
        axes.errorbar(
            line.xs[known],
            line.ys[known],
            yerr=line.errors[known],
            fmt="none",
            ecolor=colour,
            elinewidth=0.6,
            capsize=1.6 if known.sum() < 80 else 0,
            capthick=0.6,
            alpha=0.7,
            zorder=2,
        )


def _across(chart: Chart) -> tuple[float, float]:
    """Return from where to where the chart goes."""
    if chart.x_range is not None and chart.x_range[1] > chart.x_range[0]:
        return chart.x_range
    xs = [float(x) for line in chart.lines for x in (line.xs.min(), line.xs.max()) if line.xs.size]
    spans: list[Band | Gap | Ceiling] = [*chart.bands, *chart.gaps, *chart.ceilings]
    xs += [x for each in spans for x in (each.x0, each.x1)]
    xs += [x for x, _ in chart.bars] + [mark.x for mark in chart.marks]
    if not xs:
        return 0.0, 1.0
    left, right = min(xs), max(xs)
    return (left, right) if right > left else (left - 1, right + 1)


def _frame(axes: Axes, chart: Chart, pt: float) -> None:
    left, right = _across(chart)
    air = 0.02 * (right - left) if chart.x == "days" else 0.0
    air = max(air, 4.0) if chart.bars else air
    axes.set_xlim(left - air, right + air)
    if chart.y_range is not None:
        low, high = chart.y_range
        # What happened is written below all that was measured.
        below = 0.15 if chart.marks else 0.03
        axes.set_ylim(low - below * (high - low), high + 0.03 * (high - low))
    axes.xaxis.set_major_locator(_moments(axes, chart, pt))
    axes.yaxis.set_major_locator(_levels(chart))

    def said(x: float, _: object = None) -> str:
        return minutes(x) if chart.x == "seconds" else _day(x, chart.language)

    axes.xaxis.set_major_formatter(FuncFormatter(said))
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    for side in ("left", "bottom"):
        axes.spines[side].set_color(SOFT)
        axes.spines[side].set_linewidth(0.6)
    axes.tick_params(
        labelsize=pt, colors=SOFT, width=0.5, length=2.5, pad=2, labelfontfamily=_FAMILY
    )
    axes.grid(axis="y", color=RULE, linewidth=0.35, zorder=0)
    axes.set_axisbelow(True)
    for name, put in ((chart.x_name, axes.set_xlabel), (chart.y_name, axes.set_ylabel)):
        if name:
            put(
                printable(name),
                fontsize=pt,
                color=SOFT,
                labelpad=2,
                family=_FAMILY,
                parse_math=False,
            )


def _levels(chart: Chart) -> Any:
    if chart.bars:
        return FixedLocator([0, 2, 4, 6])
    return (
        FixedLocator([0, 2, 4, 6, 8, 10])
        if chart.y_range == (0, 10)
        else MaxNLocator(5, steps=[1, 2, 2.5, 5, 10])
    )


def _moments(axes: Axes, chart: Chart, pt: float) -> Any:
    """Return where times are written along the bottom: as many as have room."""
    left, right = _across(chart)
    room = max(int(_wide_mm(axes) / (2.2 * pt)), 2)
    if chart.x == "seconds":
        return MaxNLocator(min(room, 9), steps=[1, 1.5, 2, 3, 6, 10])
    if chart.bars:
        days = sorted(x for x, _ in chart.bars)
        return FixedLocator(days[:: max(-(-len(days) // room), 1)])
    step = max((right - left) / room, 1)
    whole = next((each for each in _STEPS_DAYS if each >= step), step)
    return FixedLocator(np.arange(left, right + 0.5, round(whole)).tolist())


def _wide_mm(axes: Axes) -> float:
    figure = axes.get_figure(root=True)
    assert figure is not None
    return float(axes.get_position().width * figure.get_size_inches()[0] * _MM_PER_INCH)


def _day(x: float, language: str) -> str:
    ordinal = round(x)
    if not 1 <= ordinal <= date.max.toordinal():
        return ""
    return short_day(date.fromordinal(ordinal), language)


def _marks(axes: Axes, chart: Chart, pt: float) -> None:
    """Draw what happened along the bottom: a triangle each, and its sign where there is room."""
    left, right = _across(chart)
    last = -np.inf
    for mark in chart.marks:
        axes.plot(
            mark.x,
            0.035,
            marker="^",
            markersize=4.5,
            color=INK,
            transform=axes.get_xaxis_transform(),
            clip_on=False,
            zorder=4,
        )
        if mark.x - last > 0.016 * (right - left) * pt / 6:
            axes.annotate(
                mark.sign,
                (mark.x, 0.03),
                xycoords=axes.get_xaxis_transform(),
                xytext=(0, 3.2),
                textcoords="offset points",
                ha="center",
                va="bottom",
                fontsize=pt - 1,
                color=INK,
                family=_FAMILY,
                parse_math=False,
                zorder=4,
            )
            last = mark.x


def _legend(axes: Axes, chart: Chart, pt: float) -> None:
    handles: list[Any] = []
    for row, line in enumerate(chart.lines):
        if line.name:
            colour = _LINES[row % len(_LINES)]
            handles.append(
                Line2D(
                    [],
                    [],
                    color=colour,
                    linestyle=_STYLES[line.style],
                    linewidth=1.1,
                    marker=_SHAPES[line.shape],
                    markersize=3.2,
                    markerfacecolor="white" if line.shape == "ring" else colour,
                    label=printable(line.name),
                )
            )
    if chart.bands and chart.band_name:
        handles.append(
            Patch(facecolor=_BAND, edgecolor=_BAND_EDGE, linewidth=0.5, label=chart.band_name)
        )
    if chart.ceilings and chart.ceiling_name:
        handles.append(
            Line2D(
                [],
                [],
                color=INK,
                linewidth=0.9,
                linestyle=_STYLES["ceiling"],
                label=chart.ceiling_name,
            )
        )
    # Where there is no room, what is written beside them has to do.
    roomy = _wide_mm(axes) > _ROOMY_MM
    if roomy and chart.gaps and chart.gap_name:
        handles.append(
            Patch(
                facecolor=_GAP, edgecolor="#aab3b9", hatch="////", linewidth=0, label=chart.gap_name
            )
        )
    if roomy and chart.marks and chart.mark_name:
        handles.append(
            Line2D(
                [],
                [],
                color=INK,
                marker="^",
                markersize=4.5,
                linestyle="none",
                label=chart.mark_name,
            )
        )
    if not handles:
        return
    legend = axes.legend(
        handles=handles,
        loc="lower right",
        bbox_to_anchor=(1.0, 1.0),
        ncols=len(handles),
        frameon=False,
        prop={"family": _FAMILY, "size": pt - 0.5},
        handlelength=1.9,
        columnspacing=1.1,
        handletextpad=0.5,
        borderpad=0.1,
        borderaxespad=0.15,
        labelcolor=SOFT,
    )
    for text in legend.get_texts():
        text.set_parse_math(False)
