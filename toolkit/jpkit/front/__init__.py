"""Readers of front matter: one module a format."""
