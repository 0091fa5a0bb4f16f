import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from jpkit import cache

TOOLKIT = Path(__file__).parents[1] / "toolkit"


@pytest.fixture
def folder(tmp_path: Path) -> str:
    return str(tmp_path / "a" / "b")


def test_what_is_written_is_read(folder):
    cache.write(folder, {"a": "1", "b": "日本\udc83".encode("utf-8", "backslashreplace").decode()}, day=9)
    cache.write(folder, {"a": "2"}, day=9)
    assert cache.read(folder, ["a", "b", "c"]) == {"a": "2", "b": "日本\\udc83"}


def test_reading_makes_nothing(folder):
    assert cache.read(folder, ["a"]) == {}
    assert not Path(folder).exists()


def test_what_nobody_has_written_for_a_month_goes(folder):
    cache.write(folder, {"old": "1"}, day=100)
    cache.write(folder, {"new": "1"}, day=130)
    assert cache.read(folder, ["old", "new"]) == {"old": "1", "new": "1"}
    cache.write(folder, {"newest": "1"}, day=131)
    assert cache.read(folder, ["old", "new", "newest"]) == {"new": "1", "newest": "1"}


@pytest.mark.parametrize("data", [b"", b"no database" * 999, b"SQLite format 3\0" + bytes(5000)])
def test_a_file_that_is_no_database_is_no_cache_and_the_next_run_begins_anew(folder, data):
    os.makedirs(folder)  # noqa: PTH103
    Path(folder, "results.sqlite").write_bytes(data)
    assert cache.read(folder, ["a"]) == {}
    cache.write(folder, {"a": "1"}, day=1)
    cache.write(folder, {"a": "1"}, day=1)
    assert cache.read(folder, ["a"]) == {"a": "1"}


def test_a_file_broken_in_the_middle_is_no_cache(folder):
    cache.write(folder, {str(number): "x" * 999 for number in range(99)}, day=1)
    file = Path(folder, "results.sqlite")
    file.write_bytes(file.read_bytes()[:8192] + b"\xff" * 60000)
    assert cache.read(folder, map(str, range(99))) == {}
    cache.write(folder, {"a": "1"}, day=1)
    assert cache.read(folder, ["a"]) == {"a": "1"}


def test_a_locked_file_is_no_cache_and_stays(folder, monkeypatch):
    monkeypatch.setattr(cache, "_SECONDS", 0.01)
    cache.write(folder, {"a": "1"}, day=1)
    other = sqlite3.connect(Path(folder, "results.sqlite"), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert cache.read(folder, ["a"]) == {}
    cache.write(folder, {"a": "2"}, day=1)
    other.close()
    assert cache.read(folder, ["a"]) == {"a": "1"}


def test_a_folder_that_cannot_be_is_no_cache(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        cache.write(str(folder), {"a": "1"}, day=1)
        assert cache.read(str(folder), ["a"]) == {}
    (tmp_path / "results.sqlite").mkdir()
    cache.write(str(tmp_path), {"a": "1"}, day=1)
    assert cache.read(str(tmp_path), ["a"]) == {}


def test_several_processes_write_at_once(folder):
    code = (
        "import sys; from jpkit import cache\n"
        "for n in range(20): cache.write(sys.argv[1], {f'{sys.argv[2]}-{n}': 'x' * 999}, day=1)"
    )
    environment = {**os.environ, "PYTHONPATH": str(TOOLKIT)}
    processes = [subprocess.Popen([sys.executable, "-c", code, folder, name], env=environment) for name in "abcd"]
    assert [process.wait() for process in processes] == [0] * 4
    keys = [f"{name}-{number}" for name in "abcd" for number in range(20)]
    assert cache.read(folder, keys) == dict.fromkeys(keys, "x" * 999)


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {"HOME": "/home/a"}, "/home/a/.cache/jpkit"),
        ("linux", {"HOME": "/home/a", "XDG_CACHE_HOME": "/b"}, "/b/jpkit"),
        ("linux", {"HOME": "/home/a", "XDG_CACHE_HOME": "b"}, "/home/a/.cache/jpkit"),
        ("darwin", {"HOME": "/Users/a"}, "/Users/a/Library/Caches/jpkit"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/jpkit/Cache"),
        ("win32", {}, None),
    ],
)
@pytest.mark.skipif(os.sep != "/", reason="paths as POSIX spells them")
def test_the_folder_is_that_of_the_users_system(platform, environment, expected, monkeypatch):
    for name in ("HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    assert cache.default_folder() == expected


def test_another_code_has_another_fingerprint(tmp_path, monkeypatch):
    (tmp_path / "rules").mkdir()
    rule = tmp_path / "rules" / "a.py"
    rule.write_text("one")
    monkeypatch.setattr(cache, "__file__", str(tmp_path / "cache.py"))
    monkeypatch.syspath_prepend(tmp_path)
    seen = [cache.fingerprint(), cache.fingerprint()]
    rule.write_text("other")
    seen.append(cache.fingerprint())
    os.utime(rule, ns=(1, 1))
    seen.append(cache.fingerprint())
    (tmp_path / "data.json").write_text("")
    seen.append(cache.fingerprint())
    (tmp_path / "pyromark-9.dist-info").mkdir()
    seen.append(cache.fingerprint())
    monkeypatch.setattr(cache, "__version__", "9")
    seen.append(cache.fingerprint())
    assert seen[0] == seen[1]
    assert len(set(seen)) == 6
