"""Which fields hold a date."""

DATES = frozenset("date publishdate pubdate lastmod modified expirydate unpublishdate date_end date_start".split())
