"""Slow proof: textlint, cspell and, where it is installed, Vale read the word lists that jpkit writes.

    python tests/robustness/word_tools.py [FOLDER]

npm fetches textlint, textlint-rule-prh (both MIT) and cspell (MIT) into FOLDER, else into a temporary one.
Vale comes from no registry: it runs where the command `vale` is there.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from jpkit.api import extract
from jpkit.extraction.model import Entry, Extraction
from jpkit.write import glossary_files

ROOT = Path(__file__).parents[2]
PACKAGES = ("textlint@15", "textlint-rule-prh@6", "cspell@9")


def term(ja: str, *variants: str) -> Entry:
    return Entry(ja, ja, None, None, "term", variants=variants)


# Names that contain their variants or those of others, and every sign that an expression might take for its own.
TERMS = (
    term("コンテナー", "コンテナ", "容器"),
    term("不均衡なデータ", "データ"),
    term("お申し込み", "申し込み"),
    term("組", "クラス"),
    term("クラスの不均衡", "クラスの偏り"),
    term("Git リポジトリ", "git-リポジトリ", "ギット.リポジトリ"),
    term("$1の記号", "a.*+?^$()[]{}|/\\記号", "記号&'\""),
    term("𠮷野家", "吉野家"),
)
LINES = {
    "コンテナーを、「コンテナ」と各コンテナに。": "コンテナーを、「コンテナー」と各コンテナーに。",
    "コンテナリゼーションの容器。": "コンテナリゼーションのコンテナー。",
    "不均衡なデータとデータ、データベース。": "不均衡なデータと不均衡なデータ、データベース。",
    "お申し込みと申し込み、申し込みます。": "お申し込みとお申し込み、お申し込みます。",
    "クラスの不均衡、クラスの偏り、クラスは。": "クラスの不均衡、クラスの不均衡、組は。",
    "git-リポジトリとギット.リポジトリ。": "Git リポジトリとGit リポジトリ。",
    "Git リポジトリ、ギットXリポジトリ。": "Git リポジトリ、ギットXリポジトリ。",
    "記号&'\"と$1の記号。": "$1の記号と$1の記号。",
    "吉野家と𠮷野家。": "𠮷野家と𠮷野家。",
}
"""Lines before and after `textlint --fix`."""


def main(given: str | None = None) -> int:
    with tempfile.TemporaryDirectory() as folder:
        tools = Path(given or folder, "tools")
        tools.mkdir(parents=True, exist_ok=True)
        npm = ("npm", "install", "--silent", "--no-fund", "--no-audit", "--prefix", str(tools), *PACKAGES)
        subprocess.run(npm, check=True)
        samples = extract([ROOT / "samples"])
        wrong = [
            *textlint(tools, Path(folder, "textlint"), samples),
            *cspell(tools, Path(folder, "cspell"), samples),
            *vale(Path(folder, "vale"), samples),
        ]
    for line in wrong:
        print(line)
    return 1 if wrong else 0


def textlint(tools: Path, folder: Path, samples: Extraction) -> list[str]:
    """prh loads the rules of the samples, and mends the lines with those of ``TERMS``."""
    command = [str(tools / "node_modules" / ".bin" / "textlint"), "--rules-base-directory", str(tools / "node_modules")]
    wrong = []
    for name, glossary, lines in (("samples", samples, {"サービス。": "サービス。"}), ("terms", made(TERMS), LINES)):
        site = written("prh", glossary, folder / name)
        (site / ".textlintrc.json").write_text(json.dumps({"rules": {"prh": {"rulePaths": ["prh.yml"]}}}))
        page = site / "page.md"
        page.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
        done = subprocess.run([*command, "--fix", "page.md"], cwd=site, capture_output=True, text=True)
        found = page.read_text(encoding="utf-8").rstrip("\n").split("\n\n")
        expected = list(lines.values())
        wrong += [
            f"textlint: {one} instead of {other}" for one, other in zip(found, expected, strict=True) if one != other
        ]
        if done.returncode:
            wrong.append(f"textlint: {done.stdout}{done.stderr}")
    print(f"textlint-rule-prh: {len(LINES)} lines, {len(wrong)} wrong")
    return wrong


def cspell(tools: Path, folder: Path, samples: Extraction) -> list[str]:
    """With the dictionary no word of any name is unknown; without it many are."""
    site = written("cspell", samples, folder)
    names = "\n".join(name for entry in samples.glossary for name in (entry.en, *entry.abbreviations) if name)
    (site / "names.md").write_text(names + "\n", encoding="utf-8")

    def unknown(configuration: Mapping[str, Any]) -> list[str]:
        (site / "cspell.json").write_text(json.dumps({"version": "0.2", "language": "en", **configuration}))
        command = [str(tools / "node_modules" / ".bin" / "cspell"), "--no-progress", "--no-summary", "--words-only"]
        done = subprocess.run([*command, "names.md"], cwd=site, capture_output=True, text=True)
        return sorted(set(done.stdout.split()))

    before, after = unknown({}), unknown({"import": ["./cspell/cspell-ext.json"]})
    print(f"cspell: {len(before)} unknown words without the dictionary, {len(after)} with it")
    return [f"cspell: {word}" for word in after] + ([] if before else ["cspell: nothing was unknown"])


def vale(folder: Path, samples: Extraction) -> list[str]:
    """No name is reported as it stands; one in another casing is."""
    if shutil.which("vale") is None:
        print("vale: not installed, left out")
        return []
    site = written("vale", samples, folder) / "vale"
    names = [entry.en for entry in samples.glossary if entry.en and entry.en.isascii()]
    (site / "right.md").write_text("\n\n".join(names) + "\n", encoding="utf-8")
    (site / "wrong.md").write_text("Github, Bigquery, Pypi.\n", encoding="utf-8")

    def reported(page: str) -> Sequence[Mapping[str, Any]]:
        done = subprocess.run(["vale", "--output", "JSON", page], cwd=site, capture_output=True, text=True)
        return [alert for alerts in json.loads(done.stdout).values() for alert in alerts]

    lines = set(re.split("\n", (site / "styles/config/vocabularies/jpkit/accept.txt").read_text(encoding="utf-8")))
    right = [alert for alert in reported("right.md") if alert["Check"] == "Vale.Terms" or alert["Match"] in lines]
    terms = {alert["Match"] for alert in reported("wrong.md") if alert["Check"] == "Vale.Terms"}
    print(f"vale: {len(right)} right names reported, of 3 wrong ones {len(terms)}")
    missed = {"Github", "Bigquery", "Pypi"} - terms
    return [f"vale: {alert}" for alert in right] + [f"vale: {name} is not reported" for name in sorted(missed)]


def made(entries: Sequence[Entry]) -> Extraction:
    return Extraction((), tuple(entries))


def written(form: str, glossary: Extraction, folder: Path) -> Path:
    for path, data in glossary_files(form, glossary):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return folder


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
