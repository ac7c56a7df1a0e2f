"""Read a motion or marker file with OpenSim itself, and print what it found as JSON.

In a process of its own, as OpenSim prints to the standard output and writes a log where it runs.
"""

import json
import sys
from typing import Any


def motion(path: str) -> dict[str, Any]:
    """Return what both of OpenSim's readers find."""
    import opensim

    old = opensim.Storage(path)
    new = opensim.TimeSeriesTable(path)
    labels = old.getColumnLabels()
    rows = []
    for i in range(old.getSize()):
        vector = old.getStateVector(i)
        data = vector.getData()
        rows.append([vector.getTime(), *(data.get(j) for j in range(data.getSize()))])
    count = new.getNumColumns()
    table = [[new.getRowAtIndex(i)[j] for j in range(count)] for i in range(new.getNumRows())]
    return {
        "name": old.getName(),
        "degrees": old.isInDegrees(),
        "labels": [labels.get(i) for i in range(labels.getSize())],
        "rows": rows,
        "table_labels": list(new.getColumnLabels()),
        "table_times": list(new.getIndependentColumn()),
        "table": table,
    }


def markers(path: str) -> dict[str, Any]:
    """Return what both of OpenSim's readers find; NaN where a marker is blank."""
    import opensim

    old = opensim.MarkerData(path)
    new = opensim.TimeSeriesTableVec3(path)
    names = list(new.getColumnLabels())
    frames, table = [], []
    for i in range(old.getNumFrames()):
        frame = old.getFrame(i)
        places = [frame.getMarker(j) for j in range(len(names))]
        frames.append([[place.get(k) for k in range(3)] for place in places])
    for i in range(new.getNumRows()):
        row = new.getRowAtIndex(i)
        table.append([[row[j][k] for k in range(3)] for j in range(len(names))])
    return {
        "rate": old.getDataRate(),
        "units": old.getUnits().getLabel(),
        "names": names,
        "times": list(new.getIndependentColumn()),
        "frames": frames,
        "table": table,
    }


if __name__ == "__main__":
    read = {".mot": motion, ".trc": markers}[sys.argv[1][-4:]]
    print("JSON" + json.dumps(read(sys.argv[1])))  # noqa: T201
