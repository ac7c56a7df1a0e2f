"""Letting the display go first where the processors are few."""

import os
import sys
import threading

# Steps of niceness by which a thread yields (a default of ours). On two busy cores the slowest
# turns of the display take a fifth longer with 4, and looking comes no sooner for it; with 19 a
# place of a group waits for longer.
_NICENESS = 10


def yield_to_display() -> None:
    """Let the main thread go before the thread that calls, and those that it starts from now on.

    Looking is a steady load of many milliseconds at a time; a picture is due at an exact moment
    and is soon drawn. Only Linux sets the priority of one thread so; elsewhere, or where it may
    not be set, nothing changes.
    """
    if sys.platform != "linux":
        return
    thread = threading.get_native_id()
    try:
        wanted = max(os.getpriority(os.PRIO_PROCESS, thread), _NICENESS)
        os.setpriority(os.PRIO_PROCESS, thread, wanted)
        # What works in batches does not cut in on what runs when it wakes up.
        os.sched_setscheduler(thread, os.SCHED_BATCH, os.sched_param(0))
    except OSError:
        return
