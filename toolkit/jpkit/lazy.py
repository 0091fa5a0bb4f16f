"""Regular expressions that are compiled when a text first asks for them.

Of 101 that extraction knows, a post needs some 57. The others took 25 ms of the 380 of a command with one post.
"""

import re
from typing import Any, cast


class _Lazy:
    def __init__(self, pattern: str, flags: int) -> None:
        self._source = pattern, flags

    def __getattr__(self, name: str) -> Any:
        """What the compiled pattern has by that name, kept here, so that this is called once a name."""
        found = getattr(re.compile(*self._source), name)
        setattr(self, name, found)
        return found


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern as ``re.compile`` gives one, for its methods."""
    return cast("re.Pattern[str]", _Lazy(pattern, flags))
