"""Signatures of packs: Ed25519 over all that a pack holds, for this purpose alone."""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from records.exchange.form import FORM

KEY_BYTES, SIGNATURE_BYTES = 32, 64
# A signature made for anything else, or for another form of packs, is none for this.
_DOMAIN = f"unhurried pack {FORM} signed\0".encode()


def new_private() -> bytes:
    """Return a new private key, 32 random bytes."""
    return Ed25519PrivateKey.generate().private_bytes_raw()


def public_of(private: bytes) -> bytes:
    """Return the public key, 32 bytes, of a private one."""
    return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def signed(private: bytes, content: bytes) -> bytes:
    """Return `content` behind its signer's public key and their signature.

    The public key is signed along, so that no other key can be found that the signature fits.
    """
    public = public_of(private)
    signature = Ed25519PrivateKey.from_private_bytes(private).sign(_DOMAIN + public + content)
    return public + signature + content


def verified(whole: bytes) -> tuple[bytes, memoryview] | None:
    """Return the signer's public key and what they signed; `None` where it is not as signed.

    That the signature fits says nothing of who they are.
    """
    start = KEY_BYTES + SIGNATURE_BYTES
    public, signature, content = (
        whole[:KEY_BYTES],
        whole[KEY_BYTES:start],
        memoryview(whole)[start:],
    )
    try:
        key = Ed25519PublicKey.from_public_bytes(public)
        key.verify(signature, b"".join((_DOMAIN, public, content)))
    except (InvalidSignature, ValueError):
        return None
    return public, content
