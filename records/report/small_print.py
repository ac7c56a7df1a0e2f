"""The small print at the foot of reports: how things were measured, by what, and what they are."""

from collections.abc import Iterable
from datetime import date

from records.report.figures import day_text
from words.tr import tr


def small_print(
    language: str, made_with: Iterable[str], made_on: date, *, of_record: str = ""
) -> tuple[str, ...]:
    """Return the small print of a report for staff: its method, its sources, and the label.

    Parameters
    ----------
    made_with
        The programs and pose models that the records were made with, with their versions.
    made_on
        The day on which the report is made.
    of_record
        Which record it is of, with the beginning of its checksum; empty for a report of several.
    """
    versions = "; ".join(sorted(dict.fromkeys(made_with)))
    source = tr("report.made", language, day=day_text(made_on, language), versions=versions or "–")
    return (
        tr("report.method", language),
        " ".join(each for each in (source, of_record) if each),
        tr("report.label", language),
    )
