"""What every part of a definition is made of: frozen data that checks itself when built."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Text = Annotated[str, Field(min_length=1, max_length=400)]
Words = Annotated[str, Field(min_length=1, max_length=32)]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]


class Definition(BaseModel):
    """Base of every part of a definition: frozen, no unknown keys, no infinities, no guessing."""

    # What a key is for stands under it for `exercises.schema`, which reads it when it is asked: to
    # read every source file at each start took longer than all else here.
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, strict=True)
