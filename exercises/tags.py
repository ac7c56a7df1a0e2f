"""What a movement is good for, in the few words that lists are filtered by."""

from typing import Literal, get_args

Tag = Literal["flexibility", "strength", "balance", "low-impact-aerobic", "breath", "rest"]
TAGS: tuple[Tag, ...] = get_args(Tag)
