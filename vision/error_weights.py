"""The weights of the expected error, found by `benchmarks/fit_error.py`; not by hand.

Fitted on 152 clips of 6 drawn bodies, seen by the `full` model.
"""

# base, lever, size, high, turn, short, speed, jitter, level
WEIGHTS: dict[str, tuple[float, ...]] = {
    "shoulder_flexion": (4.667, 0.0, 0.0, 0.0, 4.189, 1.062, 0.0, 6.346, 0.0),
    "shoulder_abduction": (0.0, 1.084, 0.301, 0.0, 4.071, 2.456, 0.049, 0.503, 0.0),
    "elbow_flexion": (0.0, 3.737, 0.271, 0.0, 2.238, 0.0, 0.0, 1.365, 0.0),
    "hip_flexion": (4.388, 0.0, 0.265, 0.0, 9.714, 5.319, 0.0, 0.0, 0.0),
    "hip_abduction": (1.718, 0.972, 4.668, 0.0, 0.813, 2.176, 0.898, 0.0, 0.0),
    "knee_flexion": (0.697, 0.0, 0.28, 0.803, 8.13, 0.0, 0.0, 12.255, 0.0),
    "ankle_dorsiflexion": (3.324, 0.934, 7.634, 0.0, 7.919, 1.108, 0.296, 0.341, 0.0),
    "trunk_side_lean": (0.212, 0.718, 2.051, 0.0, 0.572, 0.0, 0.248, 3.191, 3.0),
    "trunk_forward_lean": (1.557, 1.522, 0.0, 0.0, 5.189, 0.0, 0.0, 13.425, 1.557),
    "neck_side_bend": (3.522, 0.0, 19.191, 0.0, 0.085, 0.0, 2.643, 0.0, 0.0),
    "neck_rotation": (5.439, 0.0, 10.897, 0.0, 0.0, 0.0, 0.001, 0.0, 0.0),
    "shoulder_hike": (0.0, 0.951, 17.339, 0.0, 0.412, 0.0, 1.383, 9.236, 0.0),
    "wrist_span": (0.0, 0.0, 0.891, 0.0, 0.111, 0.0, 0.56, 2.249, 0.0),
    "pelvis_shift": (0.0, 2.03, 6.949, 0.0, 3.532, 0.838, 0.0, 0.0, 2.366),
    "heel_height": (5.084, 0.047, 10.727, 0.376, 1.72, 0.0, 0.013, 0.05, 0.0),
}
