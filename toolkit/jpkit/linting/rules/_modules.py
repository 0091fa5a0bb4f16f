"""Which line of Hugo Blox a site uses: the generation alone does not tell."""

import re
from collections.abc import Mapping

from jpkit.hugo import Site

_LINES = (
    (re.compile(r"modules/blox-bootstrap(?:/v\d+)?$", re.IGNORECASE), "bootstrap"),
    (re.compile(r"modules/blox-tailwind(?:/v\d+)?$", re.IGNORECASE), "tailwind"),
    (re.compile(r"/kit/modules/blox(?:/v\d+)?$", re.IGNORECASE), "kit"),
)


def line_of(site: Site) -> str | None:
    """bootstrap, tailwind or kit, as the configuration imports it; None where it does not say."""
    module = site.config.get("module")
    imports = module.get("imports") if isinstance(module, Mapping) else None
    for one in imports if isinstance(imports, list) else ():
        path = one.get("path") if isinstance(one, Mapping) else None
        for pattern, line in _LINES:
            if isinstance(path, str) and pattern.search(path):
                return line
    return None
