"""The front matter linter: what it checks is in ``rules``, one module a rule."""
