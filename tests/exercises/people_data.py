"""People, ranges and programmes made up for tests, and strategies for any of them."""

from datetime import date, timedelta

from hypothesis import strategies as st

from exercises.flags import FLAGS
from exercises.person import Consent, Goal, Person, Screening, Spared
from exercises.programme import Item, Programme
from exercises.signed_range import SignedRange
from vision.measures import MEASURES

TODAY = date(2026, 3, 2)

codes = st.from_regex(r"[A-Z]{1,3}-[0-9]{1,6}", fullmatch=True)
initials = st.sampled_from(["AB", "ÉL", "田", "Жю", "प्र", "אב", "KLM"])
days = st.dates(date(2020, 1, 1), date(2040, 12, 31))
slugs = st.from_regex(r"[a-z]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True)
_printable = st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"])
names = st.text(_printable, min_size=1, max_size=300).filter(lambda text: bool(text.strip()))
notes = st.text(st.one_of(_printable, st.just("\n")), max_size=200)


def signed(
    measure_key: str = "shoulder_abduction_left",
    low: float = 85.0,
    high: float = 95.0,
    ceiling: float = 104.0,
    **changes: object,
) -> SignedRange:
    """Return a signed range of sunrise arms, found with the camera, with `changes`."""
    data: dict[str, object] = {
        "person": "P-0147",
        "exercise_id": "sunrise-arms-seated",
        "measure_key": measure_key,
        "low": low,
        "high": high,
        "ceiling": ceiling,
        "signed_by": "AB",
        "signed_on": TODAY,
        **changes,
    }
    return SignedRange.model_validate(data)


@st.composite
def signed_ranges(draw: st.DrawFn) -> SignedRange:
    """Draw any signed range."""
    low = draw(st.floats(-90, 170))
    high = low + draw(st.floats(0.5, 90))
    beyond = draw(st.floats(0.5, 60))
    signed_on = draw(days)
    return SignedRange(
        person=draw(codes),
        exercise_id=draw(slugs),
        measure_key=draw(st.sampled_from([measure.key for measure in MEASURES])),
        low=low,
        high=high,
        ceiling=draw(st.sampled_from([high + beyond, low - beyond])),
        version=draw(st.integers(1, 500)),
        tops=tuple(draw(st.lists(st.floats(-180, 180), max_size=5))),
        error=draw(st.none() | st.floats(0, 20)),
        view=draw(st.sampled_from(["front", "side", None])),
        signed_by=draw(initials),
        signed_on=signed_on,
        review_on=signed_on + timedelta(days=draw(st.integers(0, 400))),
        override_reason=draw(st.none() | st.just("a dancer, seen by the surgeon")),
    )


@st.composite
def people(draw: st.DrawFn) -> Person:
    """Draw any person."""
    given_on = draw(days)
    spared = st.builds(
        Spared,
        area=st.sampled_from(["neck", "shoulder", "elbow", "back", "hip", "knee", "ankle"]),
        side=st.sampled_from(["left", "right", None]),
    )
    return Person(
        code=draw(codes),
        display_name=draw(st.none() | names),
        posture=draw(st.sampled_from(["seated", "standing", "lying", "any"])),
        spare=tuple(draw(st.lists(spared, unique=True, max_size=5))),
        wary_of=draw(notes),
        tempo=draw(st.floats(0.5, 1.5)),
        goals=tuple(draw(st.lists(st.builds(Goal, words=names, activity=names), max_size=3))),
        screening=draw(
            st.none()
            | st.builds(Screening, by=initials, on=days, cleared=st.booleans(), notes=notes)
        ),
        flags=tuple(draw(st.lists(st.sampled_from(FLAGS), unique=True, max_size=6))),
        consent=draw(
            st.none()
            | st.builds(
                Consent,
                on=st.just(given_on),
                record=st.booleans(),
                research=st.booleans(),
                withdrawn_on=st.none() | st.just(given_on + timedelta(days=3)),
            )
        ),
    )


items = st.builds(
    Item,
    exercise_id=slugs,
    sides=st.sampled_from(["both", "left", "right"]),
    repetitions=st.none() | st.integers(1, 30),
    minutes=st.none() | st.floats(0.1, 20),
    tempo=st.floats(0.5, 1.5),
    exhale_s=st.floats(0, 6),
    rest_s=st.floats(0, 600),
    range_share=st.floats(0.05, 1),
)

programmes = st.builds(
    Programme,
    id=slugs,
    title=names,
    items=st.lists(items, min_size=1, max_size=6).map(tuple),
    days=st.lists(st.sampled_from(["monday", "friday"]), unique=True).map(tuple),
    note=notes,
)
