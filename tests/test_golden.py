"""What the command writes for the samples, byte for byte as somebody has read it."""

import shutil
from pathlib import Path

import pytest

from jpkit.cli import main
from jpkit.write import FORMATS

GOLDEN = Path(__file__).parent / "golden"
SAMPLES = Path(__file__).parents[1] / "samples"
NAMES = sorted(
    path.relative_to(GOLDEN).as_posix()
    for path in GOLDEN.rglob("*")
    if path.is_file() and path.suffix not in (".py", ".pyc")
)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    shutil.copytree(SAMPLES, folder / "samples")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        formats = [word for name in FORMATS for word in ("--glossary", name)]
        assert main(["extract", "samples", "--quiet", *formats]) == 0
    return folder / "jpkit-out"


def test_there_are_goldens_of_every_format(written: Path):
    """Of one folder with a page a term, some."""
    files = {path.relative_to(written).as_posix() for path in written.rglob("*") if path.is_file()}
    files.remove("glossary-written.jsonl")  # digests of what the others say
    pages = {name for name in files if name.startswith(("summaries/", "hugo/content/"))}
    assert {name for name in NAMES if name not in pages} == files - pages
    assert {name.split("/")[0] for name in NAMES if name in pages} == {"summaries", "hugo"}


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
