"""A pack that was opened: all of it as its signer wrote it, and nothing of it believed yet."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from records.exchange.contents import Label, PracticeContent, ReturnContent
from records.exchange.envelope import disclosed, enclosed
from records.exchange.fingerprint import fingerprint
from records.exchange.packing import Unpacked, document_of, pack, parse, unpack
from records.exchange.signing import signed, verified
from records.pack_errors import PackAltered, PackNotUnderstood


@dataclass(frozen=True, slots=True)
class Opened:
    """A pack whose signature fits.

    Attributes
    ----------
    path
        Where it was read.
    public
        The public key of whoever signed it, 32 bytes; who they are is for the reader to say.
    digest
        SHA-256 of all that was signed.
    unpacked
        The label and what follows it.
    """

    path: Path
    public: bytes
    digest: bytes
    unpacked: Unpacked

    @property
    def label(self) -> Label:
        """What it is."""
        return self.unpacked.label

    @property
    def fingerprint(self) -> str:
        """The signer's fingerprint."""
        return fingerprint(self.public)

    def document(self) -> bytes:
        """Return its document as it was written.

        Raises
        ------
        PackTooLarge, PackNotUnderstood
            As `records.exchange.packing.document_of` does.
        """
        return document_of(self.path, self.unpacked)

    def practice(self) -> PracticeContent:
        """Return what a practice pack holds.

        Raises
        ------
        PackTooLarge, PackNotUnderstood
            Where it does not hold that.
        """
        content = parse(self.path, PracticeContent, self.document(), "its document")
        if self.unpacked.blobs:
            raise PackNotUnderstood(self.path, "there is more in it than its document")
        self._refuse_another(content.person.code)
        return content

    def returned(self) -> ReturnContent:
        """Return what a return pack holds; its blobs are as many bytes as its chunks say.

        Raises
        ------
        PackTooLarge, PackNotUnderstood
            Where it does not hold that.
        """
        content = parse(self.path, ReturnContent, self.document(), "its document")
        if sum(each.size for each in content.chunks) != len(self.unpacked.blobs):
            raise PackNotUnderstood(self.path, "its traces are not of the size it says")
        return content

    def _refuse_another(self, code: str) -> None:
        if code != self.label.code:
            raise PackNotUnderstood(self.path, "its label is for another person")


def open_pack(path: Path, passphrase: str) -> Opened:
    """Return the pack at `path`, opened with its passphrase. Nothing is written anywhere.

    Raises
    ------
    OSError, PackFault
        Where it cannot be read or opened, or is not as it was signed: one line that says why.
    """
    whole = disclosed(path, passphrase)
    found = verified(whole)
    if found is None:
        raise PackAltered(path, "its signature does not fit")
    public, content = found
    return Opened(path, public, sha256(content).digest(), unpack(path, content))


def closed_pack(
    private: bytes, label: Label, document: bytes, blobs: bytes, passphrase: str
) -> tuple[bytes, bytes]:
    """Return a whole pack, and the SHA-256 of what is signed in it.

    Raises
    ------
    WeakPassphrase
        Where the passphrase cannot be one.
    ValidationError
        Where the document is larger than a pack may have it.
    """
    content = pack(label, document, blobs)
    return enclosed(signed(private, content), passphrase), sha256(content).digest()
