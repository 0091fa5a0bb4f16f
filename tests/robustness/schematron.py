"""Slow proof: what `--glossary tbx` writes is TBX-Basic by the Schematron rules of LTAC.

    python tests/robustness/schematron.py [RULES.sch]

Without RULES.sch, `../shared/glossary/tbx/basic_dca.sch` is taken. The rules are XPath 2, which lxml does not know: npm
fetches node-schematron (MIT) and Node runs it. The glossary is that of the samples. Then each kind of value in it is
spoilt in turn, and every one must be found: node-schematron passes over rules for attributes without a word, so these
are turned into rules for their elements first.
"""

import contextlib
import io
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from jpkit.cli import main as jpkit

ROOT = Path(__file__).parents[2]
RULES = ROOT.parent / "shared" / "glossary" / "tbx" / "basic_dca.sch"
PACKAGE = "node-schematron@2.1.0"

VALIDATOR = """
const { Schema } = require("node-schematron");
const { readFileSync } = require("node:fs");
const [rules, ...documents] = process.argv.slice(2).map((path) => readFileSync(path, "utf8"));
const schema = Schema.fromString(rules);
const found = documents.map((document) => schema.validateString(document).map((one) => one.message.trim()));
console.log(JSON.stringify(found));
"""

SPOILT = (
    ('type="TBX-Basic"', 'type="TBX-Min"'),
    ('style="dca"', 'style="dct"'),
    (">noun<", ">properNoun<"),
    (">fullForm<", ">full<"),
    (">preferredTerm-admn-sts<", ">preferred<"),
    ('type="partOfSpeech"', 'type="reading"'),
    ('type="definition"', 'type="explanation"'),
    ('type="definition"', 'type="subjectField"'),
    ('type="source"', 'type="origin"'),
)
"""What the rules allow, and what they do not."""


def main(given: str | None = None) -> int:
    with tempfile.TemporaryDirectory() as folder:
        glossary = _glossary(folder)
        documents = [glossary, *(glossary.replace(good, bad) for good, bad in SPOILT)]
        found = _messages(folder, Path(given) if given else RULES, documents)
    for message in found[0][:10]:
        print(message)
    missed = [bad for (_, bad), messages in zip(SPOILT, found[1:], strict=True) if not messages]
    entries = glossary.count("<conceptEntry")
    print(
        f"{entries} entries, {len(found[0])} errors; of {len(SPOILT)} ways to spoil them, not found: {missed or 'none'}"
    )
    return 1 if found[0] or missed or not entries else 0


_OF_ATTRIBUTE = re.compile('<rule context="([a-z:A-Z]+)/@type">(.*?)</rule>', re.DOTALL)


def _of_elements(rules: str) -> str:
    """The rules without contexts that are attributes."""
    return _OF_ATTRIBUTE.sub(lambda rule: f'<rule context="{rule[1]}">{rule[2].replace(".=", "@type=")}</rule>', rules)


def _glossary(folder: str) -> str:
    with contextlib.chdir(ROOT), contextlib.redirect_stdout(io.StringIO()):
        jpkit(["extract", "samples", "--glossary", "tbx", "--out", f"{folder}/out", "--quiet"])
    return Path(folder, "out", "glossary.tbx").read_text(encoding="utf-8")


def _messages(folder: str, rules: Path, documents: list[str]) -> Any:
    """What the rules say of each document."""
    quiet = ("npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder, PACKAGE)
    subprocess.run(quiet, check=True, capture_output=True)
    Path(folder, "validate.js").write_text(VALIDATOR, encoding="utf-8")
    Path(folder, "rules.sch").write_text(_of_elements(rules.read_text(encoding="utf-8-sig")), encoding="utf-8")
    paths = []
    for number, document in enumerate(documents):
        paths.append(Path(folder, f"{number}.tbx"))
        paths[-1].write_text(document, encoding="utf-8")
    command = ("node", "validate.js", "rules.sch", *map(str, paths))
    return json.loads(subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
