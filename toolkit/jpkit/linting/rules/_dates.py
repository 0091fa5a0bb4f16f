"""Which fields hold a date."""

DATES = frozenset(
    "date publishdate pubdate published lastmod modified expirydate unpublishdate date_end date_start".split()
)
