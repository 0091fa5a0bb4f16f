"""`python -m jpkit` is `jpkit`."""

import sys

from jpkit.cli import main

if __name__ == "__main__":
    sys.exit(main())
