import subprocess
import sys
from pathlib import Path

from hidden_names import few

from maintain.catalogue_rows import Row

GIT = Row("Git", kind="oss", names=("ギット",))
WEBLIFT = Row("Weblift", kind="oss")
GITLAB = Row("GitLab", kind="saas")


def test_rows_of_names_that_few_texts_have_as_words_are_few() -> None:
    texts = ("GitLabとＧｉｔを使う。", "ギットの話", "GitLabの話", "Weblift")
    rows = [GIT, WEBLIFT, GITLAB]
    assert few(rows, {"Git", "Weblift", "GitLab"}, texts, 1) == {WEBLIFT}
    assert few(rows, {"Git", "Weblift", "GitLab"}, texts, 2) == {GIT, WEBLIFT, GITLAB}
    assert few(rows, {"ギット"}, texts, 2) == {GIT}


def test_a_hidden_name_is_in_no_table_and_all_others_are() -> None:
    """In a process of its own: the catalogue is read once, and is another one from then on."""
    ask = (
        "from hidden_names import hide;"
        "print(hide({'Git', 'Docker'}, ['Gitの話', 'Dockerの話', 'Dockerの続き'], 1));"
        "from jpkit.extraction.catalogue import catalogue;"
        "print([catalogue().number(name) is not None for name in ('Git', 'GitHub', 'Docker')])"
    )
    run = subprocess.run(
        [sys.executable, "-c", ask], cwd=Path(__file__).parent, capture_output=True, text=True, check=True
    )
    assert run.stdout == "1\n[False, True, True]\n"
