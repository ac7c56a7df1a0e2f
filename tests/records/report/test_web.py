"""The page for a browser: whole in itself, everything escaped, and nothing asked of the network."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from records.print_page import use_fonts
from records.report.handouts import HandoutData, handout
from records.report.parts import Report
from records.report.practice_report import practice_report
from records.report.progress_report import progress_report
from records.report.web import page_of
from tests.records.report.specimens import (
    CODE,
    HOSTILE,
    MADE_ON,
    diary,
    entry,
    practice,
    practice_data,
    progress_data,
)
from tests.records.report.test_pages import FONTS

NAMES = ("chromium", "chromium-browser", "google-chrome")
BROWSER = next(filter(None, map(shutil.which, NAMES)), None)
ITS_OWN = (".google.com", ".googleapis.com", ".gvt1.com")
VOID = {"meta", "link", "img", "br"}


class Reader(HTMLParser):
    """Takes note of the elements, what they point to, and whether each is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.ids: list[str] = []
        self.points_to: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attrs:
            assert not name.startswith("on"), name
            if name == "id":
                self.ids.append(value or "")
            if name in ("src", "href", "xlink:href", "action", "data"):
                self.points_to.append(value or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def reports(language: str = "en") -> Iterator[Report]:
    kept = practice(words=HOSTILE, note=HOSTILE)
    yield practice_report(practice_data(entry=entry(kept)), language)
    yield progress_report(progress_data(), language)
    data = HandoutData(CODE, (), (), diary(), (HOSTILE,), "", MADE_ON)
    yield handout("helps", data, language)


@pytest.fixture(autouse=True)
def _fonts() -> None:
    use_fonts(FONTS)


def test_a_page_is_whole_in_itself_and_obeys_nothing() -> None:
    for report in reports("de"):
        page = page_of(report)
        reader = Reader()
        reader.feed(page)
        assert reader.open == []
        assert "script" not in reader.seen
        assert len(set(reader.ids)) == len(reader.ids)
        assert all(re.match(r"#|data:", each) for each in reader.points_to)
        assert not re.findall(r"url\((?!#)|@import|https?:(?!//www\.w3\.org/)", page)
        assert '<html lang="de"' in page
        assert "<script" not in page
        assert "\u202e" not in page


def test_what_somebody_wrote_is_escaped_and_runs_its_own_way() -> None:
    page = page_of(next(reports()))
    assert "&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;" in page
    assert "“<bdi>=HYPERLINK(&quot;x&quot;)" in page
    assert "<q>" not in page
    assert "体操 🙂" in page


def test_a_page_of_a_handout_holds_the_label() -> None:
    *_, report = reports("es")
    assert "no es un producto sanitario autorizado" in page_of(report)


@pytest.mark.endurance
@pytest.mark.skipif(BROWSER is None, reason="there is no Chromium on this machine")
@pytest.mark.parametrize("width", [1200, 500])
def test_a_browser_asks_nothing_of_the_network_and_has_nothing_to_complain_of(
    tmp_path: Path, width: int
) -> None:
    assert BROWSER is not None
    for number, report in enumerate(reports()):
        path, log = tmp_path / f"{number}.html", tmp_path / f"net-{number}.json"
        path.write_text(page_of(report), encoding="utf-8")
        picture = tmp_path / f"{number}.png"
        done = subprocess.run(
            [
                BROWSER,
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--no-first-run",
                "--host-resolver-rules=MAP * ~NOTFOUND",
                "--enable-logging=stderr",
                f"--user-data-dir={tmp_path / 'profile'}",
                f"--log-net-log={log}",
                f"--window-size={width},1600",
                f"--screenshot={picture}",
                path.as_uri(),
            ],
            capture_output=True,
            text=True,
            timeout=110,
            check=True,
        )
        assert picture.stat().st_size > 10_000
        assert "CONSOLE" not in done.stderr
        asked = set(re.findall(r'"url":"https?://([^/"]+)', log.read_text(encoding="utf-8")))
        # What the browser looks up of its own accord, which is led nowhere here.
        assert {host for host in asked if not host.endswith(ITS_OWN)} == set()
