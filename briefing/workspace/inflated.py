"""The body of a reply as it comes: unpacked, counted, and known to be whole."""

import zlib


class DamagedError(Exception):
    """What came is no whole body; its text says what became of it (“cut off”)."""


class TooLargeError(Exception):
    """The body grew beyond its bound; no more of it is held."""


class Body:
    """Chunks of a body, gzip or plain, of at most so many bytes once unpacked."""

    def __init__(self, packed: bool, most: int) -> None:
        self._out = bytearray()
        self._most = most
        self._packed = packed
        self._stream = zlib.decompressobj(wbits=31)

    def add(self, chunk: bytes) -> None:
        """Take the next chunk. Raises DamagedError, TooLargeError."""
        rest = chunk
        while rest:
            if self._packed:
                rest = self._unpack(rest)
            else:
                self._out += rest[: self._most + 1 - len(self._out)]
                rest = b""
            if len(self._out) > self._most:
                raise TooLargeError

    def whole(self) -> bytes:
        """All of it. Raises DamagedError where packed data lack their end."""
        if self._packed and self._out and not self._stream.eof:
            raise DamagedError("cut off")
        return bytes(self._out)

    def _unpack(self, chunk: bytes) -> bytes:
        """Unpack to the bound; what belongs to another member of the gzip is left."""
        if self._stream.eof:
            self._stream = zlib.decompressobj(wbits=31)
        try:
            self._out += self._stream.decompress(chunk, self._most + 1 - len(self._out))
        except zlib.error:
            raise DamagedError("damaged on its way") from None
        return self._stream.unused_data
