"""Write the goldens anew: what `jpkit extract samples` writes, as far as a person reads it.

    python tests/golden/regenerate.py

Then read `git diff tests/golden` line by line: a golden is right because somebody has read it.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

GOLDEN = Path(__file__).parent
ROOT = GOLDEN.parents[1]
sys.path.insert(0, str(ROOT / "toolkit"))

from jpkit.write import FORMATS  # noqa: E402 (of this checkout, whatever is installed)

FILES = (
    "glossary.json",
    "glossary.csv",
    "glossary.md",
    "glossary.tbx",
    "glossary-v2.tbx",
    "glossary.ttl",
    "glossary.jsonld",
    "omegat/ja-en.txt",
    "omegat/en-ja.txt",
    "deepl/ja-en.csv",
    "deepl/en-ja.csv",
    "google/ja-en.csv",
    "google/en-ja.csv",
    "google/terms.csv",
    "glossary.html",
    "glossary-google-ime.txt",
    "glossary-ms-ime.txt",  # UTF-16: iconv -f UTF-16 -t UTF-8
    "prh.yml",
    "vale/styles/config/vocabularies/jpkit/accept.txt",
    "vale/.vale.ini",
    "cspell/jpkit.txt",
    "cspell/cspell-ext.json",
    "hugo/data/glossary.yaml",
    "hugo/content/ja/docs/reference/glossary/site-reliability-engineering.md",  # no definition
    "hugo/content/ja/docs/reference/glossary/helm.md",
    "hugo/content/en/docs/reference/glossary/helm.md",
    "summaries.json",
    "summaries/post/aws-data-engineer-exam/index.md",  # Japanese, its front matter empty
    "summaries/post/bigquery-dbt-pipeline/index.en.md",  # English
    "summaries/post/python-tooling-uv-ruff/index.md",  # TOML
    "summaries/post/error-budget-weekend/index.md",  # JSON
)
"""The goldens; the same paths are in the folder that the command writes."""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        # Beside a copy of the samples, as the README has it, so that links in the pages are the reader's.
        shutil.copytree(ROOT / "samples", Path(folder, "samples"))
        command = [sys.executable, "-m", "jpkit", "extract", "samples", "--quiet"]
        command += [f"--glossary={form}" for form in FORMATS]
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "toolkit")}
        subprocess.run(command, cwd=folder, env=environment, check=True)
        for name in FILES:
            golden = GOLDEN / name
            golden.parent.mkdir(parents=True, exist_ok=True)
            golden.write_bytes(Path(folder, "jpkit-out", name).read_bytes())
    print("goldens written; read the differences: git diff tests/golden")


if __name__ == "__main__":
    main()
