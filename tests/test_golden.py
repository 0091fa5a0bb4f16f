"""What the command writes for the samples, byte for byte as somebody has read it."""

import shutil
from pathlib import Path

import pytest

from jpkit.cli import main
from jpkit.write import FORMATS

GOLDEN = Path(__file__).parent / "golden"
SAMPLES = Path(__file__).parents[1] / "samples"
NAMES = sorted(
    path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*.*") if path.suffix not in (".py", ".pyc")
)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    shutil.copytree(SAMPLES, folder / "samples")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert main(["extract", "samples", "--quiet", *(f"--glossary={form}" for form in FORMATS)]) == 0
    return folder / "jpkit-out"


def test_there_are_goldens_of_every_format():
    assert {name for name in NAMES if not name.startswith("summaries/")} == {
        "glossary.csv",
        "glossary.json",
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
        "summaries.json",
    }


@pytest.mark.parametrize("name", NAMES)
def test_the_samples_give_what_somebody_has_read(name: str, written: Path):
    found, golden = (written / name).read_bytes(), (GOLDEN / name).read_bytes()
    if found != golden:
        lines = zip(found.split(b"\n"), golden.split(b"\n"), strict=False)
        number = next((n for n, (new, old) in enumerate(lines, 1) if new != old), "of the shorter file's end")
        pytest.fail(
            f"tests/golden/{name} differs from line {number} on; if that is meant, run"
            " 'python tests/golden/regenerate.py' and read 'git diff tests/golden'"
        )
