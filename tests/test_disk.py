import os
import stat

import pytest

from jpkit import messages
from jpkit.disk import write_atomically, write_if_changed
from jpkit.errors import JpkitError


@pytest.fixture(autouse=True)
def _english():
    messages.use_language("en")
    yield
    messages.use_language(None)


def test_a_file_is_replaced_with_its_permissions(tmp_path):
    path = tmp_path / "post.md"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_atomically(str(path), b"a\r\n\xff")
    assert path.read_bytes() == b"a\r\n\xff"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_file_gets_the_permissions_of_any_new_file(tmp_path):
    write_atomically(str(tmp_path / "new.md"), b"a")
    (tmp_path / "plain.md").write_text("a")
    assert (tmp_path / "new.md").stat().st_mode == (tmp_path / "plain.md").stat().st_mode


def test_a_link_stays_a_link_and_its_target_changes(tmp_path):
    (tmp_path / "folder").mkdir()
    target = tmp_path / "folder" / "real.md"
    target.write_text("old")
    link = tmp_path / "link.md"
    link.symlink_to(target)
    write_atomically(str(link), b"new")
    assert (link.is_symlink(), target.read_text()) == (True, "new")


def test_a_folder_that_is_not_there_is_said(tmp_path):
    path = tmp_path / "none" / "post.md"
    with pytest.raises(JpkitError) as caught:
        write_atomically(str(path), b"a")
    assert str(caught.value) == (
        f"{path}: cannot be written (No such file or directory); check the folder and its permissions"
    )


def test_a_failed_write_leaves_the_old_file_and_nothing_beside_it(tmp_path, monkeypatch):
    path = tmp_path / "post.md"
    path.write_text("old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(JpkitError, match="No space left on device"):
        write_atomically(str(path), b"new")
    assert (path.read_text(), list(tmp_path.iterdir())) == ("old", [path])


def test_a_locked_file_is_not_replaced(tmp_path, monkeypatch):
    path = tmp_path / "post.md"
    path.write_text("old")
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write what nobody may
    with pytest.raises(JpkitError, match="Permission denied"):
        write_atomically(str(path), b"new")
    assert path.read_text() == "old"


def test_what_a_killed_run_left_is_in_nobodys_way(tmp_path):
    left = tmp_path / f".jpkit-{os.getpid()}-0"
    left.write_bytes(b"half")
    write_atomically(str(tmp_path / "post.md"), b"new")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {left.name: b"half", "post.md": b"new"}


def test_what_a_file_holds_already_is_not_written_again(tmp_path):
    path = tmp_path / "folder" / "page.md"
    written = [write_if_changed(str(path), data) for data in (b"a", b"a", b"b")]
    assert (written, path.read_bytes()) == ([True, False, True], b"b")


def test_a_folder_in_the_place_of_a_file_is_said(tmp_path):
    (tmp_path / "page.md").mkdir()
    with pytest.raises(JpkitError, match="Is a directory"):
        write_if_changed(str(tmp_path / "page.md"), b"a")
    assert [path.name for path in tmp_path.iterdir()] == ["page.md"]


def test_a_file_in_the_place_of_a_folder_is_said(tmp_path):
    (tmp_path / "out").write_bytes(b"")
    with pytest.raises(JpkitError, match=r"Not a directory|File exists"):
        write_if_changed(str(tmp_path / "out" / "page.md"), b"a")
