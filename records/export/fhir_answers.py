"""What a person answered, and what a clinician observed, as FHIR resources."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from feedback.instruments import Filled
from feedback.ratings import DiaryEntry
from records.days import KeptDay
from records.export.dossier import Practised
from records.export.fhir_codes import PAIN
from records.export.fhir_parts import (
    Part,
    category,
    component,
    concept,
    day,
    id_of,
    local,
    loinc,
    measured,
    moment,
    quantity,
    reference,
    text_of,
)
from records.export.fhir_questions import (
    DIARY,
    GROUPS,
    OUTCOMES,
    PRACTICE,
    Form,
    Question,
    answered,
)
from records.observations import KeptObservation


def practice_answers(practised: Practised, person: UUID) -> Iterator[Part]:
    """Yield what was answered around a practice, and pain by its own code, each time it was said.

    Nothing is yielded of what was not answered.
    """
    kept = practised.practice
    said = {**dict(kept.ratings), "signs": " ".join(kept.ratings.signs), "words": kept.words}
    id_ = id_of(practised.ref, "answers")
    yield from _response(PRACTICE, id_, person, moment(practised.began_at), _items(PRACTICE, said))
    ended = practised.began_at + timedelta(seconds=kept.record.ended_s - kept.record.started_s)
    yield from _pain(practised, person, id_, "before", kept.ratings.pain_before, practised.began_at)
    for number, mark in enumerate(kept.ratings.pain_marks, 1):
        when = practised.began_at + timedelta(seconds=mark.time_s - kept.record.started_s)
        yield from _pain(practised, person, id_, f"during/{number}", mark.pain, when)
    yield from _pain(practised, person, id_, "after", kept.ratings.pain_after, ended)


def diary_answers(kept: KeptDay[DiaryEntry], person: UUID) -> Iterator[Part]:
    """Yield a day's diary."""
    entry = kept.value
    id_ = id_of("diary", str(kept.id))
    yield from _response(DIARY, id_, person, day(entry.day), _items(DIARY, dict(entry)))


def outcome_answers(kept: KeptDay[Filled], person: UUID) -> Iterator[Part]:
    """Yield what was answered of life on one day."""
    filled = kept.value
    id_ = id_of("outcomes", str(kept.id))
    rows = {
        "activities": [(each.words, each.ability) for each in filled.activities],
        "goals": [(each.words, each.satisfaction) for each in filled.goals],
    }
    items = _items(OUTCOMES, dict(filled))
    for link, text, words, scale in GROUPS:
        for said, number in rows[link]:
            pair = [
                *answered(_under(link, words), text_of(said)),
                *answered(_under(link, scale), number),
            ]
            items.append({"linkId": link, "text": text, "item": pair})
    yield from _response(OUTCOMES, id_, person, day(filled.day), items)


def observed(kept: KeptObservation, person: UUID) -> Part:
    """Return what a clinician observed on one day."""
    value = kept.value
    scales = (
        ("breath-ease", value.breath_ease),
        ("gait", value.gait),
        ("alignment", value.alignment),
    )
    parts = [part for code, scale in scales for part in measured(code, scale, "{score}")]
    parts += measured("time-on-task", value.on_task_min, "min")
    for code, word in (("help", value.help), ("attendance", value.attendance)):
        if word is not None:
            parts.append(component(code, valueString=word))
    observation: Part = {
        "resourceType": "Observation",
        "id": str(id_of("observation", str(kept.id))),
        "status": "final",
        "category": category("exam"),
        "code": local("clinician-observation"),
        "subject": reference(person),
        "effectiveDateTime": day(value.day),
        "issued": moment(kept.written_at),
    }
    if parts:
        observation["component"] = parts
    words = text_of(value.note)
    notes = [{"text": words}] if words else []
    observation["note"] = [*notes, {"text": f"signed by {kept.signed_by}"}]
    return observation


def _pain(
    practised: Practised, person: UUID, answers: UUID, at: str, said: int | None, when: datetime
) -> Iterator[Part]:
    if said is None:
        return
    yield {
        "resourceType": "Observation",
        "id": str(id_of(practised.ref, "pain", at)),
        "status": "final",
        "category": category("survey"),
        "code": concept([loinc(PAIN)], f"pain {at.partition('/')[0]} the practice, 0-10"),
        "subject": reference(person),
        "effectiveDateTime": moment(when),
        "valueQuantity": quantity(said, "{score}"),
        "derivedFrom": [reference(answers)],
    }


def _items(form: Form, said: dict[str, Any]) -> list[Part]:
    plain = {key: text_of(each) if isinstance(each, str) else each for key, each in said.items()}
    return form.answers(plain, lambda record, link: plain[link])


def _under(link: str, question: Question) -> Question:
    return Question(f"{link}-{question.link}", question.text, question.kind)


def _response(
    form: Form, id_: UUID, person: UUID, authored: str, items: list[Part]
) -> Iterator[Part]:
    if not items:
        return
    yield {
        "resourceType": "QuestionnaireResponse",
        "id": str(id_),
        "questionnaire": form.address,
        "status": "completed",
        "subject": reference(person),
        "source": reference(person),
        "authored": authored,
        "item": items,
    }
