"""How names begin, and what a text goes on to."""

from jpkit.extraction.beginnings import Endings, Others, beginning, endings_of, go_on, go_on_recapitalised, others_of

ROWS = [["Git", "", "1", "Hub", "2", "+", "3", " Bash", "4", " Bisect", "5"], ["git", "", "1"]]


def test_a_beginning_ends_where_letters_of_another_kind_begin() -> None:
    spellings = ["Google Cloud", "EC2", "ニコニコ動画", ".NET Core", "さくらのVPS", "楽天", "1Password", "R"]
    assert [beginning(spelling) for spelling in spellings] == [
        *("Google", "EC", "ニコニコ", ".N", "さく", "楽天", "1P", "R"),
    ]


def test_endings_are_by_the_next_sign_or_two_and_others_in_any_capitals() -> None:
    endings = Endings("Git", {"+": "Git+"}, {"Hu": ["GitHub"], " B": ["Git Bash", "Git Bisect"]})
    assert endings_of(ROWS, "Git") == endings
    assert endings_of(ROWS, "git") == Endings("git", {}, {})
    assert endings_of(ROWS, "GIT") is None
    longer = {"hu": ["GitHub"], "+": ["Git+"], " b": ["Git Bash", "Git Bisect"]}
    assert others_of(ROWS, "Git") == Others((), longer)
    assert others_of(ROWS, "GIT") == Others(("Git", "git"), longer)
    assert others_of([["Solr", "", "1"]], "Solr") is None


def test_a_text_goes_on_to_all_spellings_that_it_has() -> None:
    endings, others = endings_of(ROWS, "Git"), others_of(ROWS, "Git")
    assert endings is not None
    assert others is not None
    spelled: list[tuple[str, int, int]] = []
    go_on("\nGit Bash\n", 1, 4, endings, spelled)
    assert spelled == [("Git", 1, 4), ("Git Bash", 1, 9)]
    other: list[object] = []
    go_on_recapitalised("\nGit bash\n", 1, others.more[" b"], other)
    assert other == [(["Git Bash"], 1, 9)]
