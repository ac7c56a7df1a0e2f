"""Days as they are written in a line."""

from datetime import date

from ui.around import Around
from ui.widgets.text_line import TextLine

_LONGEST = 10


def date_line(around: Around, label: str, on: date | None) -> TextLine:
    value = "" if on is None else on.isoformat()
    return TextLine(label, value, most=_LONGEST, hint=around.tr("profile.date-hint"))


def day_of(around: Around, text: str) -> date | None:
    """Return the day that `text` names; `None` where nothing is written.

    Raises
    ------
    ValueError
        Where it names none.
    """
    if not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise ValueError(around.tr("profile.date-fault", text=text.strip())) from None
