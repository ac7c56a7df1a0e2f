"""The receipt of a person's being forgotten: what went, and when; it names nobody."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from records.forgetting import Forgotten

_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Letters and digits that are not taken for one another."""
_GROUPS, _GROUP = 4, 4

KINDS: Mapping[str, str] = {
    "person": "profile",
    "signed_range": "signed ranges",
    "programme": "programmes",
    "proposal": "proposed changes",
    "practice": "practices",
    "trace_chunk": "chunks of angles",
    "review": "signed reviews of practices",
    "diary_entry": "diary entries",
    "outcome": "answered questions of life",
    "observation": "clinician's observations",
    "pairing": "pairings with another machine",
    "pack": "notes of packs",
    "promised": "parts of what their clinic signed",
    "exchanged": "notes of what was exchanged",
    "study": "places in research sets",
    "audit_key": "key to their entries in the audit",
}
"""What the rows of each table are, in words."""

_CLINIC_KNOWN = (
    "What stays: their clinic's public key, and when it signed the newest pack that was read here,",
    "so that an older one is not taken for a first one. Nothing in it tells whose pack it was.",
    "",
)


def new_receipt_id() -> str:
    """Return one, drawn at random: 78 bits, so that no two are the same."""
    return "-".join(
        "".join(secrets.choice(_ALPHABET) for _ in range(_GROUP)) for _ in range(_GROUPS)
    )


def receipt_text(
    forgotten: "Forgotten",
    *,
    cleaned: bool,
    log_lines: int,
    backups: Sequence[tuple[str, datetime]],
) -> str:
    """Return the receipt, in plain text.

    Parameters
    ----------
    forgotten
        What went.
    cleaned
        Whether the store was built anew, so that nothing of it stays in free pages.
    log_lines
        How many lines were taken out of the log.
    backups
        The names of the backups known here that may hold them still, and when each was made.
    """
    counted = [
        f"  {count:>7}  {KINDS.get(table, table)}" for table, count in forgotten.counts.items()
    ]
    lines = [
        "Receipt: a person was forgotten",
        "",
        f"Receipt      {forgotten.receipt_id}",
        f"When         {forgotten.at:%Y-%m-%d %H:%M:%S} UTC",
        f"Audit entry  {forgotten.entry}",
        f"Its digest   {forgotten.digest}",
        "",
        "Erased from the store, all at once:",
        *counted,
        f"  {log_lines:>7}  lines of the log",
        "",
        "The store was built anew: nothing of it stays in free pages."
        if cleaned
        else "Free pages of the store were not cleaned yet; do it with: unhurried store tidy",
        "",
        "Backups in the backup folder that may hold them still:",
        *[f"  {name}, made {when:%Y-%m-%d %H:%M} UTC" for name, when in backups],
        *([] if backups else ["  none"]),
        "They are encrypted. Erase them once a newer backup is made; where one is brought back,",
        "forget this person again. Backups that were written or copied elsewhere are not known",
        "here: look for them.",
        "",
        "What left the store before, by the audit:",
        *[f"  {count:>7}  {action}" for action, count in forgotten.went_out.items()],
        *([] if forgotten.went_out else ["  nothing"]),
        "Files and paper that were exported, printed or sent are not known here: look for them.",
        "",
        *(_CLINIC_KNOWN if forgotten.clinic_known else ()),
        "This receipt names nobody: neither name nor code, and the key by which the audit's",
        "entries could be brought to the person is gone.",
    ]
    return "\n".join(lines) + "\n"
