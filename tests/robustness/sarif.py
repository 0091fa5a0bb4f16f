"""Slow proof: what `--format sarif` prints is valid by the schema of SARIF 2.1.0.

    python tests/robustness/sarif.py [SCHEMA.json]

The examples of all rules are linted as one site. Without SCHEMA.json, npm fetches the schema with the
package @microsoft/jest-sarif (MIT); jsonschema (extra `dev`) validates.
"""

import contextlib
import io
import json
import os
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

from jsonschema.validators import validator_for

from jpkit.cli import main as jpkit
from jpkit.linting.rules import rules

PACKAGE = "@microsoft/jest-sarif@1.0.0-beta.0"
SCHEMA = "package/lib/schemas/sarif-2.1.0-rtm.5.json"


def main(given: str | None = None) -> int:
    with tempfile.TemporaryDirectory() as folder:
        schema = json.loads(Path(given).read_bytes()) if given else _fetched(folder)
        os.chdir(folder)
        _write_examples()
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            jpkit(["lint", "content", "--format", "sarif", "--no-cache"])
    document = json.loads(printed.getvalue())
    errors = list(validator_for(schema)(schema).iter_errors(document))
    for error in errors[:10]:
        print(f"{error.json_path}: {error.message}")
    results = document["runs"][0]["results"]
    print(f"{len(results)} results of {len({one['ruleId'] for one in results})} rules, {len(errors)} errors")
    return 1 if errors or not results else 0


def _fetched(folder: str) -> Any:
    packed = subprocess.run(
        ("npm", "pack", "--silent", PACKAGE), cwd=folder, check=True, capture_output=True, text=True
    )
    with tarfile.open(Path(folder, packed.stdout.strip())) as archive:
        member = archive.extractfile(SCHEMA)
        assert member is not None
        return json.load(member)


def _write_examples() -> None:
    examples = [(one.id, example) for one in rules() for example in one.bad]
    for number, (identifier, example) in enumerate(examples):
        text = example.text.replace("«", "").replace("»", "")
        if not text.lstrip("\ufeff \n").startswith(("---", "+++", "{", "#", "`")):
            text = f"---\n{text}\n---\n本文。\n"
        page = Path("content", "post", f"{number:03} {identifier}", "index.md")
        page.parent.mkdir(parents=True)
        page.write_bytes(text.encode())


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
