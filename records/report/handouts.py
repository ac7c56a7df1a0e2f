"""Handouts for the person and their family, in plain words: nothing in them is asked of anyone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from exercises.exercise import Exercise
from feedback.ratings import DiaryEntry
from feedback.said import SIGNS
from records.report.figures import day_text, number
from records.report.parts import Heading, Paragraph, Part, Report, Strip, ToFill, Together
from records.report.saying import said, sentence
from words.tr import tr

Handout = Literal["plan", "helps", "flare", "family"]

_MOST_OWN = 6


@dataclass(frozen=True, slots=True, eq=False)
class PlanItem:
    """One movement of a home plan.

    Attributes
    ----------
    exercise
        As this person does it.
    images
        Its strip, (H, W, 3) uint8 on white: how it begins, then how each phase ends.
    rest_s
        Seconds of rest after it.
    """

    exercise: Exercise
    images: tuple[NDArray[np.uint8], ...]
    rest_s: float


@dataclass(frozen=True, slots=True, eq=False)
class HandoutData:
    """What a handout is made of.

    Attributes
    ----------
    code
        Whose.
    items
        The movements of the plan, with their figures.
    days
        On which days of the week; none for whenever one likes.
    diary
        What the person wrote, the oldest first.
    hopes
        What they hope for, in their own words.
    clinic_number
        Where the clinic is reached; empty for a line to fill in.
    made_on
        The day on which it is made.
    """

    code: str
    items: Sequence[PlanItem]
    days: tuple[str, ...]
    diary: Sequence[DiaryEntry]
    hopes: tuple[str, ...]
    clinic_number: str
    made_on: date


def handout(kind: Handout, data: HandoutData, language: str) -> Report:
    """Return one handout."""
    parts = {"plan": _plan, "helps": _helps, "flare": _flare, "family": _family}[kind]
    return Report(
        kind=kind,
        code=data.code,
        title=tr(f"handout.{kind}-title", language),
        subtitle=tr(f"handout.{kind}-subtitle", language),
        aside=f"{data.code}\n{day_text(data.made_on, language)}",
        parts=(*parts(data, language),),
        foot=(tr("report.label", language),),
        language=language,
        day=data.made_on,
        one_page=kind != "plan",
        large=True,
    )


def _plan(data: HandoutData, language: str) -> Iterator[Part]:
    yield Paragraph(tr("handout.plan-open", language))
    if data.days:
        days = ", ".join(said(f"day.{day}", language) for day in data.days)
        yield Paragraph(tr("handout.plan-days", language, days=days))
    if not data.items:
        yield Paragraph(tr("handout.plan-empty", language))
    for number_, item in enumerate(data.items, start=1):
        yield Together(tuple(_movement(number_, item, language)))
    yield Together(tuple(_signs(data, language)))


def _movement(number_: int, item: PlanItem, language: str) -> Iterator[Part]:
    exercise = item.exercise
    title = said(exercise.title, language)
    yield Heading(f"{number_}. {title}")
    yield Strip(item.images, tuple(_captions(item, language)), title)
    yield Paragraph(said(exercise.how, language))
    yield Paragraph(_dose(item, language), soft=True)
    if exercise.care:
        yield Paragraph(said(exercise.care[0], language), soft=True)


def _captions(item: PlanItem, language: str) -> Iterator[str]:
    if len(item.images) > 1:
        yield tr("handout.to-begin", language)
    for phase in item.exercise.phases[: max(len(item.images) - 1, 1)]:
        breath = tr(f"breath.{phase.breath}", language)
        yield (
            f"{sentence(breath)}: {said(phase.words, language)}"
            if phase.words
            else sentence(breath)
        )


def _dose(item: PlanItem, language: str) -> str:
    exercise = item.exercise
    parts = []
    if exercise.repetitions:
        parts.append(tr("handout.times", language, count=exercise.repetitions))
    if exercise.sides == "alternating":
        parts.append(tr("handout.each-side", language))
    minutes = max(exercise.minutes, 0.5)
    places = 0 if minutes == int(minutes) else 1
    parts.append(tr("handout.minutes", language, minutes=number(minutes, language, places)))
    if item.rest_s >= 1:
        parts.append(tr("handout.then-rest", language, seconds=number(item.rest_s, language)))
    return sentence(", ".join(parts)) + "."


def _signs(data: HandoutData, language: str) -> Iterator[Part]:
    yield Heading(tr("handout.signs-title", language))
    yield Paragraph(tr("handout.signs", language))
    for sign in SIGNS:
        yield Paragraph(tr(f"signs.{sign}", language), bullet=True)
    if data.clinic_number.strip():
        yield Paragraph(tr("handout.number", language, number=data.clinic_number))
    else:
        yield ToFill(tr("handout.number-line", language))


def _own(texts: Sequence[tuple[date, str]], language: str) -> Iterator[Part]:
    """Yield what somebody wrote, the newest first, each once."""
    newest: dict[str, date] = {}
    for day, text in texts:
        if text.strip():
            newest[" ".join(text.split())] = day
    listed = sorted(newest.items(), key=lambda each: each[1], reverse=True)
    for text, day in listed[:_MOST_OWN]:
        yield Paragraph(text, day_text(day, language), own=True)


def _helps(data: HandoutData, language: str) -> Iterator[Part]:
    helped = list(_own([(entry.day, entry.helped) for entry in data.diary], language))
    tried = list(_own([(entry.day, entry.tried) for entry in data.diary], language))
    opening = "handout.helps-open" if helped or tried else "handout.helps-room"
    yield Paragraph(tr(opening, language))
    for hope in data.hopes[:3]:
        yield Paragraph(hope, tr("handout.hope", language), own=True)
    if helped:
        yield Heading(tr("handout.helped", language))
        yield from helped
    if tried:
        yield Heading(tr("handout.tried", language))
        yield from tried
    yield Heading(tr("handout.more-helps", language))
    yield ToFill("", 4)
    yield Heading(tr("handout.people-helps", language))
    yield ToFill("", 2)


def _flare(data: HandoutData, language: str) -> Iterator[Part]:
    yield Paragraph(tr("handout.flare-open", language))
    yield Heading(tr("handout.early-title", language))
    early = list(_own([(entry.day, entry.early_signs) for entry in data.diary], language))
    yield from early[:3]
    yield ToFill("", 1 if early else 3)
    yield Heading(tr("handout.gentle-title", language))
    for key in ("less", "smaller", "breath", "rest", "tell"):
        yield Paragraph(tr(f"handout.gentle-{key}", language), bullet=True)
    calm = [each.exercise for each in data.items if each.exercise.posture != "standing"][:3]
    if calm:
        titles = ", ".join(said(each.title, language) for each in calm)
        yield Paragraph(tr("handout.gentle-movements", language, movements=titles))
    helped = list(_own([(entry.day, entry.helped) for entry in data.diary], language))
    yield Heading(tr("handout.helped", language))
    yield from helped[:3]
    yield ToFill("", 1 if helped else 2)
    yield from _signs(data, language)


def _family(data: HandoutData, language: str) -> Iterator[Part]:
    yield Paragraph(tr("handout.family-open", language))
    for heading, keys in (
        ("family-what", ("what-slow", "what-camera", "what-range")),
        ("family-with", ("with-beside", "with-ask", "with-pace", "with-small")),
        ("family-after", ("after-tell", "after-rest")),
    ):
        yield Heading(tr(f"handout.{heading}", language))
        for key in keys:
            yield Paragraph(tr(f"handout.{key}", language), bullet=True)
    yield from _signs(data, language)
