"""What is amiss with something that was put together from options, in one line."""

from pydantic import ValidationError


def one_fault(error: ValidationError, names: dict[str, str] | None = None) -> str:
    """Return the first fault of something that was put together from options, in one line.

    Parameters
    ----------
    error
        What building it raised.
    names
        What its fields are called to the person; a field that is not among them goes by its own
        name, and a fault of the whole by none.
    """
    first = error.errors()[0]
    field = str(first["loc"][0]) if first["loc"] else ""
    where = (names or {}).get(field, field)
    said = first["msg"].removeprefix("Value error, ")
    return f"{where}: {said[0].lower()}{said[1:]}" if where else said
