"""The pose model as it is loaded: without the outline of the body, which nobody asks for.

Half of the landmark model's time and a third of its memory go into a picture of where the body is,
which the library has it paint whether that is wanted or not. Nothing else is worked out from it, so
all landmarks are the same bits without.
"""

import os
import zipfile
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

_LANDMARKS = "pose_landmarks_detector.tflite"
_IDENTIFIER = b"TFL3"
# The landmark model's third output; the library wants five, so that a single number stands there.
_OUTLINE = 2
_ONE_NUMBER = bytes(4)


@lru_cache(maxsize=2)
def lean_asset(bundle: Path) -> Path | bytes:
    """Return a bundle of detector and landmark model without the outline of the body.

    Parameters
    ----------
    bundle
        One of those that are shipped, proved unaltered.

    Returns
    -------
    Path or bytes
        A file that is on no disk and is gone with the process, whose pages all landmarkers share;
        where the system has no such files, what would be in it.
    """
    lean = _lean(bundle)
    if not hasattr(os, "memfd_create"):
        return lean
    file = os.memfd_create(bundle.name)
    with open(file, "wb", closefd=False) as written:
        written.write(lean)
    path = Path(f"/proc/self/fd/{file}")
    return path if path.exists() else lean


def _lean(bundle: Path) -> bytes:
    lean = BytesIO()
    with zipfile.ZipFile(bundle) as shipped, zipfile.ZipFile(lean, "w") as made:
        for name in shipped.namelist():
            model = shipped.read(name)
            # Stored as it is: the library reads a model where it lies in the bundle.
            made.writestr(name, without_outline(model) if name == _LANDMARKS else model)
    return lean.getvalue()


def without_outline(model: bytes) -> bytes:
    """Return a landmark model (TensorFlow Lite) without what only its outline is worked out by."""
    import flatbuffers  # type: ignore[import-untyped]
    from mediapipe.tasks.metadata import schema_py_generated as schema

    found = schema.ModelT.InitFromObj(schema.Model.GetRootAs(model, 0))
    graph = found.subgraphs[0]
    constant = schema.BufferT()
    constant.data = list(_ONE_NUMBER)
    number = schema.TensorT()
    number.name, number.shape, number.type = b"outline", [1], schema.TensorType.FLOAT32
    number.buffer = len(found.buffers)
    found.buffers.append(constant)
    wanted = [tensor for i, tensor in enumerate(graph.outputs) if i != _OUTLINE]
    needed = _needed(graph.operators, wanted)
    graph.operators = [each for i, each in enumerate(graph.operators) if i in needed]
    graph.outputs = [*wanted[:_OUTLINE], len(graph.tensors), *wanted[_OUTLINE:]]
    graph.tensors.append(number)
    builder = flatbuffers.Builder(len(model))
    builder.Finish(found.Pack(builder), _IDENTIFIER)
    return bytes(builder.Output())


def _needed(operators: list[Any], wanted: list[int]) -> set[int]:
    """Return which operators some tensors are worked out by."""
    maker = {tensor: i for i, each in enumerate(operators) for tensor in each.outputs}
    needed: set[int] = set()
    asked = list(wanted)
    while asked:
        made_by = maker.get(asked.pop())
        if made_by is not None and made_by not in needed:
            needed.add(made_by)
            asked.extend(operators[made_by].inputs)
    return needed
