"""Tokens at rest: encrypted by the first of several keys, read by any of them."""

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from partnerline.knowledge.errors import SettingsError


class Cipher:
    """Encrypts and decrypts; `keys` are Fernet keys separated by commas, the newest first.

    Raises `SettingsError` for what is no such key.
    """

    def __init__(self, keys: str) -> None:
        try:
            self._keys = MultiFernet([Fernet(key.strip()) for key in keys.split(",")])
        except ValueError:
            raise SettingsError(
                "PARTNERLINE_ENCRYPTION_KEY is no key, or not a list of keys separated by commas. "
                "Make one with `partnerline install-link --new-key`."
            ) from None

    def seal(self, words: str) -> str:
        """The words, to be read with the same key only."""
        return self._keys.encrypt(words.encode()).decode()

    def open(self, sealed: str) -> str | None:
        """The words again; `None` where their key isn't among ours."""
        try:
            return self._keys.decrypt(sealed.encode()).decode()
        except InvalidToken:
            return None

    def renew(self, sealed: str) -> str | None:
        """The same words under the first key; `None` where their key isn't among ours."""
        try:
            return self._keys.rotate(sealed.encode()).decode()
        except InvalidToken:
            return None


def new_key() -> str:
    """A key made at random."""
    return Fernet.generate_key().decode()
