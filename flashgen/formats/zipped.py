"""Read the members of a zipped document with a limit on what comes out of it."""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree import ElementTree

from flashgen.formats.imported import FormatError

# Bytes of what is read of a document, without its pictures; and times what they take in the file.
LARGEST = 100_000_000
_HIGHEST_RATIO = 200
_SMALL = 5_000_000  # what is not larger needs no ratio
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)


class Zipped:
    """The members of a zipped document by their names."""

    def __init__(self, data: bytes, kind: str) -> None:
        """Open it; ``kind`` is what it claims to be. Raises FormatError where it is no zip file."""
        self._kind = kind
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except Exception as error:  # a damaged file may break anything
            raise self.damaged() from error
        self.names = frozenset(self._zip.namelist())

    def damaged(self) -> FormatError:
        """The error for what is not whole."""
        return FormatError(f"damaged, or no {self._kind}: get the file again")

    def check(self, names: frozenset[str]) -> None:
        """Raise FormatError where members are encrypted or unpack to more than any text needs."""
        members = [self._zip.getinfo(name) for name in names]
        if any(member.flag_bits & 1 for member in members):
            raise FormatError("encrypted: save it without a password")
        unpacked = sum(member.file_size for member in members)
        packed = sum(member.compress_size for member in members) or 1
        if unpacked > LARGEST or (unpacked > _SMALL and unpacked > _HIGHEST_RATIO * packed):
            raise FormatError(f"unpacks to {unpacked // 1_000_000} MB: that is no article")

    def read(self, name: str) -> bytes:
        """A member. Raises FormatError where it is missing, damaged or far too large."""
        if name not in self.names:
            raise self.damaged()
        self.check(frozenset((name,)))
        try:
            with self._zip.open(name) as member:
                return member.read(LARGEST)
        except Exception as error:
            raise self.damaged() from error

    def xml(self, name: str) -> ElementTree.Element:
        """The tree of a member in XML that declares no entities."""
        data = self.read(name)
        if _ENTITY.search(data):
            raise FormatError("declares XML entities, which a document may not")
        try:
            return ElementTree.fromstring(data)  # noqa: S314 - no entities, and a limited size
        except (ElementTree.ParseError, ValueError, LookupError) as error:
            raise self.damaged() from error
