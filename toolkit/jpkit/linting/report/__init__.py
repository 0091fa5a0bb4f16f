"""Reports of findings, a module a format: each has ``render(report) -> str``."""

FORMATS = ("text", "json", "github", "sarif", "junit")
