"""Make the two pose bundles shipped in ``vision/models/`` from the maker's own weights.

A ``.task`` bundle is a stored (uncompressed) zip of a detector and a landmark model, each a
TensorFlow Lite file that carries a ``ModelMetadata`` buffer saying how its input is normalised.
The landmark models lack that buffer, and the Tasks graph refuses them without it, so this
script writes it and zips the pair. The weights themselves are not touched.

Sources (both Apache-2.0), fetched beforehand with the registries' own clients::

    npm pack @mediapipe/pose@0.5.1675469404
    pip download --no-deps --python-version 3.11 --only-binary=:all: mediapipe==0.10.21
    python tools/make_pose_bundles.py mediapipe-pose-0.5.1675469404.tgz \
        mediapipe-0.10.21-*.whl vision/models

The output is deterministic: the same inputs give the same bytes (``tests/vision`` checks the
SHA-256 of what is shipped).
"""

import sys
import tarfile
import zipfile
from pathlib import Path

import flatbuffers
from mediapipe.tasks.metadata import metadata_schema_py_generated as metadata_schema
from mediapipe.tasks.metadata import schema_py_generated as model_schema

METADATA_BUFFER_NAME = b"TFLITE_METADATA"
METADATA_IDENTIFIER = b"M001"
MODEL_IDENTIFIER = b"TFL3"
# A fixed date inside the zip keeps the bytes, and so the checksum, the same on every run.
ZIP_DATE = (1980, 1, 1, 0, 0, 0)
# How the two graphs want pixels scaled: (value - mean) / std.
DETECTOR_MEAN, DETECTOR_STD = 127.5, 127.5
LANDMARK_MEAN, LANDMARK_STD = 0.0, 255.0


def image_metadata(name: str, mean: float, std: float) -> bytes:
    """Return a packed ``ModelMetadata`` for one RGB image input normalised by mean and std."""
    properties = metadata_schema.ImagePropertiesT()
    properties.colorSpace = metadata_schema.ColorSpaceType.RGB
    content = metadata_schema.ContentT()
    content.contentPropertiesType = metadata_schema.ContentProperties.ImageProperties
    content.contentProperties = properties

    normalization = metadata_schema.NormalizationOptionsT()
    normalization.mean, normalization.std = [mean], [std]
    process = metadata_schema.ProcessUnitT()
    process.optionsType = metadata_schema.ProcessUnitOptions.NormalizationOptions
    process.options = normalization

    tensor = metadata_schema.TensorMetadataT()
    tensor.name, tensor.content, tensor.processUnits = "image", content, [process]
    subgraph = metadata_schema.SubGraphMetadataT()
    subgraph.inputTensorMetadata = [tensor]
    model = metadata_schema.ModelMetadataT()
    model.name, model.subgraphMetadata = name, [subgraph]

    builder = flatbuffers.Builder(0)
    builder.Finish(model.Pack(builder), METADATA_IDENTIFIER)
    return bytes(builder.Output())


def with_metadata(tflite: bytes, metadata: bytes) -> bytes:
    """Return the model with `metadata` as its one ``TFLITE_METADATA`` buffer.

    The detector's file carries another model's description there, which is replaced.
    """
    model = model_schema.ModelT.InitFromObj(model_schema.Model.GetRootAs(tflite, 0))
    entries = {entry.name: entry for entry in model.metadata or []}
    entry = entries.get(METADATA_BUFFER_NAME)
    if entry is None:
        entry = model_schema.MetadataT()
        entry.name, entry.buffer = METADATA_BUFFER_NAME, len(model.buffers)
        model.buffers.append(model_schema.BufferT())
        model.metadata = [*(model.metadata or []), entry]
    model.buffers[entry.buffer].data = list(metadata)
    builder = flatbuffers.Builder(len(tflite) + 4096)
    builder.Finish(model.Pack(builder), MODEL_IDENTIFIER)
    return bytes(builder.Output())


def write_bundle(path: Path, detector: bytes, landmarks: bytes) -> None:
    """Write a stored zip of the two models at `path`."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as bundle:
        for name, data in (
            ("pose_detector.tflite", detector),
            ("pose_landmarks_detector.tflite", landmarks),
        ):
            bundle.writestr(zipfile.ZipInfo(name, ZIP_DATE), data)


def main(npm_package: Path, wheel: Path, folder: Path) -> None:
    """Make ``pose_landmarker_full.task`` and ``pose_landmarker_lite.task`` in `folder`."""
    with zipfile.ZipFile(wheel) as archive:
        detector = archive.read("mediapipe/modules/pose_detection/pose_detection.tflite")
    detector = with_metadata(detector, image_metadata("pose_detector", DETECTOR_MEAN, DETECTOR_STD))
    with tarfile.open(npm_package) as archive:
        for size in ("full", "lite"):
            member = archive.extractfile(f"package/pose_landmark_{size}.tflite")
            if member is None:
                raise SystemExit(f"{npm_package}: pose_landmark_{size}.tflite is not in it")
            landmarks = with_metadata(
                member.read(), image_metadata("pose_landmarks", LANDMARK_MEAN, LANDMARK_STD)
            )
            path = folder / f"pose_landmarker_{size}.task"
            write_bundle(path, detector, landmarks)
            print(f"{path}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        raise SystemExit("usage: make_pose_bundles.py NPM_PACKAGE.tgz WHEEL.whl FOLDER")
    main(*map(Path, sys.argv[1:]))
