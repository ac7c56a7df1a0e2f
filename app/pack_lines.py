"""What a pack did, in lines for staff and for whoever reads one at home, and for scripts."""

import json
from collections.abc import Iterator, Mapping, Set
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from records.exchange.contents import Label
    from records.exchange.taken import Taken, Written
    from records.exchange.taking_practice import TakenHome


def written_lines(written: "Written", own: Set[str]) -> Iterator[str]:
    """Yield what was written, and what is to be done with it.

    Parameters
    ----------
    own
        The movements of this clinic's own, which a home does not have.
    """
    label = written.label
    if label.kind == "practice":
        programme = "the programme" if written.programme else "no programme yet"
        holds = f"{programme}, {_counted(written.ranges, 'range')}"
    else:
        holds = _brought(written.practices, written.diary, written.outcomes)
    yield f"{label.code}: {label.kind} pack written to {written.path}: {holds}"
    for movement in written.movements:
        if movement in own:
            yield f"{movement} is one of your own movements; give the home its file too"
    if written.more:
        yield "there was no room for all of it; write another pack for the rest"
    yield f"fingerprint for the paper, compared when the first pack is read: {written.fingerprint}"
    yield "tell the passphrase apart from the file, never in one message with it"


def taken_lines(taken: "Taken", fingerprint: str, known: Set[str]) -> Iterator[str]:
    """Yield what a pack changed.

    Parameters
    ----------
    fingerprint
        Of its signer.
    known
        The movements there are here.
    """
    label = taken.label
    signed = f"signed {'by ' + label.by + ' ' if label.by else ''}on {_day(label)}"
    if taken.was_read:
        yield f"{label.code}: this {label.kind} pack, {signed}, was read before; nothing changed"
        return
    yield f"{label.code}: {label.kind} pack, {signed}"
    if taken.paired:
        whose = "clinic" if label.kind == "practice" else "home"
        yield f"  paired with the {whose} whose fingerprint is {fingerprint}"
    if taken.home is not None:
        yield from (f"  {line}" for line in _home_lines(taken.home))
        yield from (
            f"  {each} is not known here, and is left out; the clinic has its file"
            for each in taken.movements
            if each not in known
        )
    if taken.words:
        yield f"  words: {taken.words}"
    if taken.back is not None:
        back = taken.back
        yield f"  new here: {_brought(back.practices, back.diary, back.outcomes)}"
    if taken.missed:
        yield (
            "  a return before this one was never read here; read it, or ask the home for all "
            f"of it anew: unhurried pack write {label.code} --return --all"
        )
    if taken.more:
        yield "  there was no room for all of it; another return follows"


def written_json(written: "Written") -> str:
    """Return what was written, for scripts."""
    holds = {
        "ranges": written.ranges,
        "programme": written.programme,
        "practices": written.practices,
        "diary": written.diary,
        "outcomes": written.outcomes,
        "more": written.more,
    }
    told = {**_label(written.label), "file": str(written.path), **holds}
    return json.dumps({**told, "fingerprint": written.fingerprint}, ensure_ascii=False)


def taken_json(taken: "Taken", fingerprint: str) -> str:
    """Return what a pack changed, for scripts."""
    told: dict[str, object] = {
        **_label(taken.label),
        "changed": not taken.was_read,
        "paired": taken.paired,
        "fingerprint": fingerprint,
    }
    if taken.home is not None:
        home = taken.home
        told |= {"profile": home.profile, "ranges": home.ranges, "programme": home.programme}
        told |= {"older": home.older, "beyond": home.beyond}
        told |= {"language": taken.language, "words": taken.words}
    if taken.back is not None:
        back = taken.back
        told |= {"practices": back.practices, "diary": back.diary, "outcomes": back.outcomes}
        told |= {"missed": taken.missed, "more": taken.more}
    return json.dumps(told, ensure_ascii=False)


def _home_lines(home: "TakenHome") -> Iterator[str]:
    profile, programme = (
        "new" if changed else "as before" for changed in (home.profile, home.programme)
    )
    yield f"profile: {profile}; programme: {programme}; ranges: {home.ranges} new"
    for movement in home.older:
        yield f"{movement}: a newer range from the clinic holds already, and stays"
    for movement in home.beyond:
        yield (
            f"{movement}: a range that was signed here reaches beyond the movement's own, and the "
            "clinic signed none; ask the clinic to"
        )


def _label(label: "Label") -> Mapping[str, object]:
    return {
        "kind": label.kind,
        "code": label.code,
        "id": str(label.id),
        "signed_at": label.signed_at.isoformat(),
        "by": label.by,
    }


def _brought(practices: int, diary: int, outcomes: int) -> str:
    return ", ".join(
        (
            _counted(practices, "practice"),
            f"{diary} diary {'entry' if diary == 1 else 'entries'}",
            _counted(outcomes, "outcome"),
        )
    )


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _day(label: "Label") -> str:
    return f"{label.signed_at.astimezone():%Y-%m-%d}"
