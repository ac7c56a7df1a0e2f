"""A report as plain data: its parts in order, whichever way it is put out."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from records.report.chart import Chart

Align = Literal["left", "right"]


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of what follows."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text.

    Attributes
    ----------
    text
        In any script.
    label
        What stands before it, as a day or whose it is.
    own
        Whether it is somebody's own words: set between quotation marks, shortened where long.
    soft
        Whether it is an aside.
    bullet
        Whether it is one of a list.
    """

    text: str
    label: str = ""
    own: bool = False
    soft: bool = False
    bullet: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is to be seen at a glance: its name, the fact, and an aside below it."""

    name: str
    text: str
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts side by side."""

    facts: tuple[Fact, ...]
    columns: int = 4


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes
    ----------
    head
        The headings of its columns.
    rows
        Each as long as `head`.
    widths
        The share of each column.
    note
        An aside below it.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Charts:
    """Charts in rows of so many columns, each `height` millimetres high on paper."""

    charts: tuple[Chart, ...]
    columns: int = 1
    height: float = 50.0


@dataclass(frozen=True, slots=True, eq=False)
class Strip:
    """Drawn figures side by side, (H, W, 3) uint8 on white, with what is written under each."""

    images: tuple[NDArray[np.uint8], ...]
    captions: tuple[str, ...]
    told: str = ""


@dataclass(frozen=True, slots=True)
class ToFill:
    """Lines to write on, `count` of them, after a label."""

    label: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class Together:
    """Parts that stay on one page."""

    parts: tuple["Part", ...]


Part = Heading | Paragraph | Facts | Table | Charts | Strip | ToFill | Together


@dataclass(frozen=True, slots=True)
class Report:
    """A report.

    Attributes
    ----------
    kind
        As it is called in a file's name.
    code
        Whose; empty where it is of many.
    title, subtitle, aside
        At its head: what it is, whose, and when.
    parts
        What it says, in order.
    foot
        Small print, a paragraph each: method, versions, label.
    language
        Its language, ISO 639.
    day
        The day in its file's name.
    one_page
        Whether it is to stay on one page of paper; what is long is shortened then.
    large
        Whether it is set large, for people who practise.
    """

    kind: str
    code: str
    title: str
    subtitle: str
    aside: str
    parts: tuple[Part, ...]
    foot: tuple[str, ...]
    language: str
    day: date
    one_page: bool = False
    large: bool = False

    @property
    def stem(self) -> str:
        """How its files are called: by code, day and kind alone."""
        return "-".join(each for each in (self.code, self.day.isoformat(), self.kind) if each)
