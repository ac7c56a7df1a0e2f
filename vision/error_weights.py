"""The weights of the expected error, found by `benchmarks/fit_error.py`; not by hand.

Fitted on 152 clips of 6 drawn bodies, seen by the `full` model.
"""

# base, lever, size, high, turn, short, speed, jitter, level
WEIGHTS: dict[str, tuple[float, ...]] = {
    "shoulder_flexion": (4.627, 0.0, 0.0, 0.0, 4.153, 1.053, 0.0, 6.291, 0.0),
    "shoulder_abduction": (0.0, 1.075, 0.299, 0.0, 4.036, 2.435, 0.049, 0.498, 0.0),
    "elbow_flexion": (0.0, 3.705, 0.268, 0.0, 2.218, 0.0, 0.0, 1.353, 0.0),
    "hip_flexion": (4.351, 0.0, 0.263, 0.0, 9.631, 5.273, 0.0, 0.0, 0.0),
    "hip_abduction": (1.307, 1.203, 4.938, 0.0, 0.88, 0.0, 0.909, 0.0, 0.0),
    "knee_flexion": (0.635, 0.0, 0.284, 0.809, 8.084, 0.0, 0.0, 12.142, 0.0),
    "ankle_dorsiflexion": (3.295, 0.926, 7.568, 0.0, 7.85, 1.098, 0.293, 0.338, 0.0),
    "trunk_side_lean": (0.21, 0.712, 2.033, 0.0, 0.567, 0.0, 0.246, 3.164, 2.974),
    "trunk_forward_lean": (1.543, 1.509, 0.0, 0.0, 5.144, 0.0, 0.0, 13.31, 1.543),
    "neck_side_bend": (3.491, 0.0, 19.026, 0.0, 0.084, 0.0, 2.621, 0.0, 0.0),
    "neck_rotation": (5.392, 0.0, 10.804, 0.0, 0.0, 0.0, 0.001, 0.0, 0.0),
    "shoulder_hike": (0.0, 0.943, 17.189, 0.0, 0.409, 0.0, 1.371, 9.156, 0.0),
    "wrist_span": (0.0, 0.0, 0.883, 0.0, 0.11, 0.0, 0.555, 2.229, 0.0),
    "pelvis_shift": (0.0, 1.625, 10.33, 0.0, 2.697, 0.0, 0.304, 0.0, 1.272),
    "heel_height": (5.04, 0.047, 10.635, 0.373, 1.705, 0.0, 0.012, 0.049, 0.0),
}
