"""What is written of a sound while it begins: the id of its caption in the catalogues."""

CAPTION_S = 2.5
"""How long a caption stays (a default of ours, unvalidated)."""

CAPTIONS: dict[str, str] = {
    "in": "sound.caption.in",
    "out": "sound.caption.out",
    "rest": "sound.caption.rest",
    "start": "sound.caption.start",
    "end": "sound.caption.end",
    "rain": "sound.caption.rain",
    "sea": "sound.caption.sea",
    "wind": "sound.caption.wind",
}
"""By the name of the chime or the noise. A phrase that is spoken is its own caption."""
