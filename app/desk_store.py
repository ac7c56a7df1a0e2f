"""The store, on one thread of its own, so that nothing waits for it where the picture is drawn."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, Self

from app.one_fault import one_fault
from ui.next import Refused

if TYPE_CHECKING:
    from records.store import Store

Job = Callable[["Store"], Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a job.

    Attributes
    ----------
    tag
        As it was given with the job.
    result
        What the job gave; a `Refused` where it was refused.
    """

    tag: Any
    result: Any


class StoreThread:
    """Opens the store and does jobs with it, one after the other, in a thread of its own.

    Parameters
    ----------
    open_store
        Opens the store with a passphrase, or without one.
    woken
        Called, from the thread, whenever an answer is there.
    closes
        Whether the store is closed at the end.
    """

    def __init__(
        self,
        open_store: Callable[[str | None], "Store"],
        woken: Callable[[], None] = lambda: None,
        *,
        closes: bool = True,
    ) -> None:
        self._open_store, self._woken, self._closes = open_store, woken, closes
        self._store: Store | None = None
        self._jobs: SimpleQueue[tuple[Any, Callable[[], Any]] | None] = SimpleQueue()
        self._answers: SimpleQueue[Answer] = SimpleQueue()
        self._asked = self._answered = 0
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="store", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._jobs.put(None)
        self._thread.join()

    @property
    def store(self) -> "Store | None":
        """The store, once it is open; its parts may be used from any thread until the end."""
        return self._store

    @property
    def waiting(self) -> bool:
        """Whether an answer is still to come."""
        return self._answered < self._asked

    def open(self, tag: Any, passphrase: str | None) -> None:
        """Open the store; answered with `True`."""
        self._put(tag, lambda: self._opened(passphrase))

    def ask(self, tag: Any, job: Job) -> None:
        """Do a job with the store."""
        self._put(tag, lambda: job(self._there()))

    def answers(self) -> list[Answer]:
        """Return what was answered since the last call.

        Raises
        ------
        BaseException
            What a job raised that is a fault of the program's own.
        """
        failed = self._error
        found = []
        while not self._answers.empty():
            found.append(self._answers.get())
        self._answered += len(found)
        if failed is not None and not found:
            raise failed
        return found

    def _put(self, tag: Any, job: Callable[[], Any]) -> None:
        self._asked += 1
        self._jobs.put((tag, job))

    def _opened(self, passphrase: str | None) -> bool:
        if self._store is None:
            self._store = self._open_store(passphrase)
        return True

    def _there(self) -> "Store":
        if self._store is None:
            self._store = self._open_store(None)
        return self._store

    def _run(self) -> None:
        try:
            while (job := self._jobs.get()) is not None:
                tag, do = job
                self._answers.put(Answer(tag, _done(do)))
                self._woken()
        except BaseException as error:  # carried to the main thread, which raises it again
            self._error = error
            self._woken()
        finally:
            if self._store is not None and self._closes:
                self._store.close()


def _done(do: Callable[[], Any]) -> Any:
    """Return what `do` gives, or why it was refused."""
    import click
    from pydantic import ValidationError

    from records.errors import Stale, StoreError

    try:
        return do()
    except Stale as stale:
        return Refused(str(stale), stale.theirs, stale=True)
    except StoreError as error:
        return Refused(str(error))
    except ValidationError as error:
        return Refused(one_fault(error))
    except click.ClickException as error:
        return Refused(error.format_message())
    except ValueError as error:
        return Refused(str(error))
    except OSError as error:
        return Refused(f"{error.filename or ''}: {error.strerror or error}".removeprefix(": "))
