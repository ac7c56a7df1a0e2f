"""Which screen stands for which kind of moment."""

from collections.abc import Mapping
from types import MappingProxyType

from ui.patient.after import After
from ui.patient.arrival import Arrival
from ui.patient.comparing import Comparing
from ui.patient.grounding import GroundingScreen
from ui.patient.hands import HandsScreen
from ui.patient.pain import Pain
from ui.patient.pausing import Pausing
from ui.patient.resting import RestingScreen
from ui.patient.rose import Rose
from ui.patient.screen import PatientScreen
from ui.patient.seeing import SeeingScreen
from ui.patient.signs import Signs
from ui.patient.stop import Stop
from ui.patient.summary import Summary
from ui.patient.today import Today
from ui.patient.words import Words

SCREENS: Mapping[str, type[PatientScreen]] = MappingProxyType(
    {
        "arrival": Arrival,
        "signs": Signs,
        "today": Today,
        "seeing": SeeingScreen,
        "grounding": GroundingScreen,
        "resting": RestingScreen,
        "pausing": Pausing,
        "comparing": Comparing,
        "hands": HandsScreen,
        "after": After,
        "words": Words,
        "summary": Summary,
        "pain": Pain,
        "rose": Rose,
        "stop": Stop,
    }
)
"""By the kind of the moment; ``comparing`` and ``resting`` by that of the step within it."""
