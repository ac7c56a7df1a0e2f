"""What a programme is put together from: movements, and programmes to begin from."""

from exercises.copying import suits
from exercises.offer import offered_to
from exercises.person import Person
from ui.around import Around
from ui.widgets.rows import Row


def movement_rows(around: Around, person: Person) -> list[Row]:
    """Return a row for each movement: those that suit first, then the others with the reason."""
    tr = around.tr
    offered, hidden = [], []
    for exercise in around.movements.values():
        title = tr(exercise.title)
        offer = offered_to(exercise, person)
        because = [tr(reason) for reason in offer.hidden_because]
        if not suits(exercise, person):
            because.append(tr(f"offer.posture-{person.posture}"))
        if because:
            hidden.append(Row(exercise.id, title, " ".join(because), quiet=True))
            continue
        changed = " ".join(tr(reason) for reason in offer.changed_because)
        beside = tr(exercise.helps) + (f" – {changed}" if changed else "")
        offered.append(Row(exercise.id, title, beside))
    return [*offered, *hidden]


def preset_rows(around: Around) -> list[Row]:
    """Return a row for each programme to begin from."""
    return [
        Row(preset.id, around.tr(preset.title), around.tr(preset.note) if preset.note else "")
        for preset in around.presets
    ]
