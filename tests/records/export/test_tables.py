"""Tables: a spreadsheet reads every number, and runs none of the words."""

import csv
import io
from math import inf, nan

from hypothesis import given
from hypothesis import strategies as st

from records.export.moment_tables import angles, landmarks
from records.export.table import BOM, Column, Table, csv_bytes, defused
from tests.records.export.traces import LEFT, RIGHT, empty, trace

HOSTILE = (
    '=HYPERLINK("http://x.invalid";"open")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1:A9)",
    "\t=1+1",
    "\r=1+1",
    "＝1+1",
    "Robert'); DROP TABLE person;--",
    "<script>alert(1)</script>",
    "$x^2$ {0} {name} %s",
    "\u202eabc שלום",
    "🙂\u200d🌊",
    "a" * 10_000,
    'she said "soft",\nand smiled',
)


def read(data: bytes) -> list[list[str]]:
    assert data.startswith(BOM)
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_no_word_is_left_that_a_spreadsheet_takes_for_a_formula() -> None:
    table = Table((Column("words", "What was said."),), [[text] for text in HOSTILE])
    cells = [row[0] for row in read(csv_bytes(table))[1:]]
    assert [cell.removeprefix("'") for cell in cells] == list(HOSTILE)
    assert not [cell for cell in cells if cell.startswith(tuple("=+-@＝\t\r"))]
    assert defused("soft") == "soft"


@given(st.text(max_size=40))
def test_whatever_is_written_comes_back_from_a_reader_of_csv(text: str) -> None:
    table = Table((Column("words", "", holds="words"), Column("n", "", "s")), [[text, -1.5]])
    (row,) = read(csv_bytes(table))[1:]
    assert row in ([text, "-1.5"], [f"'{text}", "-1.5"])


def test_numbers_stay_numbers_and_what_is_not_known_is_blank() -> None:
    columns = tuple(Column(str(i), "") for i in range(8))
    table = Table(columns, [[-12.5, 3, nan, inf, None, True, -0.00001, 1e-3]])
    assert read(csv_bytes(table))[1] == ["-12.5", "3", "", "", "", "true", "0", "0.001"]


def test_words_and_staff_can_be_left_out() -> None:
    columns = (Column("a", ""), Column("b", "", holds="words"), Column("c", "", holds="staff"))
    table = Table(columns, [[1, "soft", "AB"]])
    assert read(csv_bytes(table.without("words", "staff"))) == [["a"], ["1"]]


def test_a_trace_has_each_measure_with_its_unit_its_error_and_why_it_has_no_number() -> None:
    head, *rows = read(csv_bytes(angles(trace())))
    assert head[:3] == ["time (s)", "movement", "tracking quality (%)"]
    assert head[3:6] == [f"{LEFT} (deg)", f"{LEFT} error (deg)", f"{LEFT} withheld"]
    assert "wrist_span_shoulder_widths (shoulder widths)" in head
    assert len(head) == 3 + 3 * 3  # what was never asked is left out
    right = head.index(f"{RIGHT} (deg)")
    assert rows[6][right : right + 3] == ["", "", "unseen"]
    assert rows[0][right + 1 : right + 3] == ["4", ""]
    assert len(rows) == 30
    assert len(read(csv_bytes(angles(empty())))) == 1
    places = read(csv_bytes(landmarks(trace())))
    assert places[0][:3] == ["time (s)", "nose x (px)", "nose y (px)"]
    assert places[1][1] == ""
