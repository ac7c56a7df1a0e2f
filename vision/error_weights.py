"""The weights of the expected error, found by `benchmarks/fit_error.py`; not by hand.

Fitted on 99 clips of 6 drawn bodies, seen by the `full` model.
"""

# base, lever, size, high, turn, short, speed, jitter, level
WEIGHTS: dict[str, tuple[float, ...]] = {
    "shoulder_flexion": (5.545, 0.0, 0.0, 0.0, 5.118, 5.154, 0.0, 4.93, 0.0),
    "shoulder_abduction": (0.0, 1.071, 0.261, 0.0, 4.179, 3.369, 0.07, 1.425, 0.0),
    "elbow_flexion": (0.0, 4.24, 0.695, 0.0, 2.193, 0.0, 0.0, 2.447, 0.0),
    "hip_flexion": (2.972, 0.0, 0.257, 0.0, 9.876, 5.216, 0.0, 3.317, 0.0),
    "hip_abduction": (0.0, 1.794, 5.937, 0.0, 1.094, 0.0, 0.41, 0.77, 0.0),
    "knee_flexion": (0.0, 0.391, 0.242, 1.653, 6.869, 0.0, 0.246, 10.883, 0.0),
    "ankle_dorsiflexion": (0.856, 2.168, 7.854, 0.0, 10.9, 2.232, 0.408, 0.703, 0.0),
    "trunk_side_lean": (0.232, 0.73, 2.11, 0.0, 0.472, 0.0, 0.19, 5.122, 3.364),
    "trunk_forward_lean": (1.738, 0.0, 0.0, 0.0, 6.396, 0.0, 0.0, 12.991, 1.738),
    "neck_side_bend": (2.849, 0.0, 19.587, 0.0, 0.253, 0.0, 3.117, 4.262, 0.0),
    "neck_rotation": (5.58, 0.0, 11.173, 0.0, 0.0, 0.0, 0.003, 0.0, 0.0),
    "shoulder_hike": (0.0, 1.412, 16.071, 0.0, 0.114, 0.0, 0.619, 4.352, 0.0),
    "wrist_span": (0.0, 0.0, 1.153, 0.0, 0.107, 0.0, 0.699, 5.969, 0.0),
    "pelvis_shift": (0.0, 1.899, 11.511, 0.0, 3.911, 0.0, 0.348, 0.0, 1.015),
    "heel_height": (4.433, 0.0, 6.583, 0.0, 5.37, 0.0, 0.028, 2.976, 0.0),
}
