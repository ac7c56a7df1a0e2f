"""What is asked, as FHIR questionnaires: every question with how it is read off an answer."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from feedback.instruments import PSFS_SOURCE
from records.export.fhir_codes import ROOT, VERSION
from records.export.fhir_parts import Part, id_of

Kind = Literal["integer", "boolean", "string"]


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    Attributes
    ----------
    link
        Its id within the questionnaire.
    text
        What is asked, in English: the codes of a bundle are read by programs.
    kind
        What an answer is.
    """

    link: str
    text: str
    kind: Kind = "integer"


@dataclass(frozen=True, slots=True)
class Form:
    """A questionnaire of questions of our own, whose answers are attributes of one record.

    Attributes
    ----------
    name
        Its name in its address.
    title
        What it is called.
    questions
        Each with the attribute that holds its answer, as its link.
    """

    name: str
    title: str
    questions: tuple[Question, ...]
    copyright: str = ""

    @property
    def address(self) -> str:
        """What answers name it by, with its version."""
        return f"{ROOT}/Questionnaire/{self.name}|{VERSION}"

    def resource(self, more: tuple[Part, ...] = ()) -> Part:
        """Return it as a resource, with `more` items after its own."""
        items = [{"linkId": q.link, "text": q.text, "type": q.kind} for q in self.questions]
        form: Part = {
            "resourceType": "Questionnaire",
            "id": str(id_of("questionnaire", self.name)),
            "url": f"{ROOT}/Questionnaire/{self.name}",
            "version": VERSION,
            "name": "".join(part.capitalize() for part in self.name.split("-")),
            "title": self.title,
            "status": "active",
            "item": [*items, *more],
        }
        if self.copyright:
            form["copyright"] = self.copyright
        return form

    def answers(self, record: object, read: Callable[[object, str], Any] = getattr) -> list[Part]:
        """Return what was answered of `record`; what was not is left out."""
        return [
            item
            for question in self.questions
            for item in answered(question, read(record, question.link))
        ]


def answered(question: Question, value: Any) -> list[Part]:
    """Return one answered question; none where there is no answer."""
    if value is None or value == "":
        return []
    name = f"value{question.kind.capitalize()}"
    return [{"linkId": question.link, "text": question.text, "answer": [{name: value}]}]


PRACTICE = Form(
    "practice",
    "Around a practice",
    (
        Question("pain_before", "Pain before, 0 none to 10 the most there is"),
        Question("pain_after", "Pain after, 0 none to 10 the most there is"),
        Question("mood_before", "Mood before, 0 unpleasant to 10 pleasant"),
        Question("mood_after", "Mood after, 0 unpleasant to 10 pleasant"),
        Question("energy_before", "Energy before, 0 none to 10 plenty"),
        Question("energy_after", "Energy after, 0 none to 10 plenty"),
        Question("effort", "Effort, 0 none to 10 the most there is"),
        Question("satisfaction", "Content with the practice, 0 not at all to 10 fully"),
        Question("smaller", "All of it was done smaller, at the person's own wish", "boolean"),
        Question("flare", "The person called it a flare day", "boolean"),
        Question("stopped", "It was stopped for how the person felt", "boolean"),
        Question("signs", "Signs to stop at that were named", "string"),
        Question("words", "The person's own words", "string"),
    ),
)
DIARY = Form(
    "diary",
    "A day's diary",
    (
        Question("pain", "Pain on the whole of the day, 0 none to 10 the most there is"),
        Question("mood", "Mood, 0 unpleasant to 10 pleasant"),
        Question("energy", "Energy, 0 none to 10 plenty"),
        Question("sleep", "Sleep the night before, 0 restless to 10 restful"),
        Question("flare", "The person called it a flare day", "boolean"),
        Question("words", "In their own words", "string"),
        Question("symptoms", "What was felt", "string"),
        Question("tried", "What they tried", "string"),
        Question("helped", "What helped", "string"),
        Question("early_signs", "Early signs of a flare that they noticed", "string"),
        Question("triggers", "What they think may have brought it on", "string"),
    ),
)
OUTCOMES = Form(
    "outcomes",
    "How life is",
    (
        Question("control", "How much of their days they can steer, 0 nothing to 10 a great deal"),
        Question("life", "Content with life these days, 0 not at all to 10 fully"),
        Question("practice", "Content with practising here, 0 not at all to 10 fully"),
    ),
    copyright=(
        f"Activities: {PSFS_SOURCE}. Stratford P, Gill C, Westaway M, Binkley J. Assessing "
        "disability and change on individual patients: a report of a patient specific measure. "
        "Physiotherapy Canada 1995; 47: 258-263. All other items are unhurried's own."
    ),
)
ACTIVITY = Question("activity", "Activity that is hard to do or cannot be done (PSFS)", "string")
ABILITY = Question("ability", "0 unable to do it, 10 able to do it as before (PSFS)")
GOAL = Question("goal", "What the person hopes for", "string")
CONTENT = Question("content", "Content with where they are with it, 0 not at all to 10 fully")
GROUPS = (("activities", "Activities (PSFS)", ACTIVITY, ABILITY), ("goals", "Goals", GOAL, CONTENT))
"""The groups of the outcomes: link, text, and the two questions that are asked of each."""
FORMS = (PRACTICE, DIARY, OUTCOMES)


def resources() -> list[Part]:
    """Return all questionnaires."""
    groups = tuple(
        {
            "linkId": link,
            "text": text,
            "type": "group",
            "repeats": True,
            "item": [{"linkId": f"{link}-{q.link}", "text": q.text, "type": q.kind} for q in asked],
        }
        for link, text, *asked in GROUPS
    )
    return [PRACTICE.resource(), DIARY.resource(), OUTCOMES.resource(groups)]
