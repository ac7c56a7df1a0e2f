"""The form of packs, and how much of anything one may hold."""

FORM = 1
"""The version of the form; it stands in every pack, and a later one is refused."""

MOST_FILE = 256 << 20
"""Bytes of a whole pack (a default of ours)."""
MOST_HEADER = 2048
"""Bytes of what stands in plain, each of its two lines."""
MOST_LABEL = 4096
"""Bytes of the label."""
MOST_DOCUMENT = 64 << 20
"""Bytes of the document once it is unpacked (a default of ours)."""
MOST_ITEMS = 20_000
"""Practices, entries or outcomes in one pack (a default of ours)."""

FULL_DOCUMENT = MOST_DOCUMENT // 2
"""Bytes of documents after which the rest goes into the next pack."""
FULL_BLOBS = 96 << 20
"""Bytes of traces after which the rest goes into the next pack: some thirty practices of half an
hour, read in less than a gigabyte of memory (a default of ours)."""
