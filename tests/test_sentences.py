"""Sentence ends in Japanese, English and both, over hard line breaks and inside brackets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpkit.sentences import sentences


def split(text: str, *, at: str = "\n") -> list[str]:
    """The sentences of a text in which ``at`` marks the hard line breaks, as a block has them."""
    lines = text.split(at)
    joined, breaks = lines[0], []
    for line in lines[1:]:
        breaks.append(len(joined))
        joined += (" " if joined[-1:].isascii() and line[:1].isascii() else "") + line
    return [joined[start:end] for start, end in sentences(joined, breaks)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" 　\n", []),
        ("見出しだけ", ["見出しだけ"]),
        ("動いた。次へ。", ["動いた。", "次へ。"]),
        ("動いた．次へ．", ["動いた．", "次へ．"]),
        ("版は３．５です．", ["版は３．５です．"]),
        ("動いた！　次へ？ 本当に?はい!", ["動いた！", "次へ？", "本当に?", "はい!"]),
        ("「動いた。」と彼は書いた。次へ。", ["「動いた。」と彼は書いた。", "次へ。"]),
        (
            "問題が長い（「構築する。どれか？」みたいな）ので溶ける。",
            ["問題が長い（「構築する。どれか？」みたいな）ので溶ける。"],
        ),
        ("閉じない「かっこ。次へ。", ["閉じない「かっこ。", "次へ。"]),
        ("開いていない」。次へ。", ["開いていない」。", "次へ。"]),
        ("半角で閉じる（A。B)です。次へ。", ["半角で閉じる（A。B)です。", "次へ。"]),
        ("安い。（30% OFFだった）試験は長い。", ["安い。", "（30% OFFだった）", "試験は長い。"]),
        ("安い。（補足です。）試験は長い。", ["安い。", "（補足です。）", "試験は長い。"]),
        ("どれがいいか？と迷った。", ["どれがいいか？と迷った。"]),
        ("Yahoo!ニュースを読む。Yahoo! JAPANも。", ["Yahoo!ニュースを読む。", "Yahoo! JAPANも。"]),
        ("後悔...やっぱり。Node.jsと設定.jsonです。", ["後悔...やっぱり。", "Node.jsと設定.jsonです。"]),
        ("動くです. 次へ.", ["動くです.", "次へ."]),
        ("It runs. Then stop! Why? Because.", ["It runs.", "Then stop!", "Why?", "Because."]),
        ('He said "Go." She went.', ['He said "Go."', "She went."]),
        ("Use e.g. Docker vs. Podman. See Fig. 3 and No. 5.", ["Use e.g. Docker vs. Podman.", "See Fig. 3 and No. 5."]),
        ("Dr. J. Smith uses Node.js v1.2. It works.", ["Dr. J. Smith uses Node.js v1.2.", "It works."]),
        ("The U.S. Army, Inc. etc. Done.", ["The U.S. Army, Inc. etc.", "Done."]),
        ("1. Install it. 2 files appear.", ["1. Install it.", "2 files appear."]),
        ("It works. (So does that.) Next.", ["It works.", "(So does that.)", "Next."]),
        ("It is ready. 次へ。", ["It is ready.", "次へ。"]),
        ("Run it... Then wait. npm is lower case.", ["Run it...", "Then wait. npm is lower case."]),
    ],
)
def test_a_text_splits_where_a_reader_would_stop(text, expected):
    assert split(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("試験を受けたので\n記録する。", ["試験を受けたので記録する。"]),
        ("すべてそうなのか、\n不明。", ["すべてそうなのか、不明。"]),
        ("使いました\nが、だめでした。", ["使いましたが、だめでした。"]),
        ("書いた\nコードを消す。", ["書いたコードを消す。"]),
        ("今回\nGCPを使う。", ["今回GCPを使う。"]),
        ("試験\nを受ける。", ["試験を受ける。"]),
        ("（長いかっこは\n日時：続く）。", ["（長いかっこは日時：続く）。"]),
        ("We use\nDocker here.", ["We use Docker here."]),
        ("We run the\nLinux kernel.", ["We run the Linux kernel."]),
        ("日時：7月1日\n場所：東京", ["日時：7月1日", "場所：東京"]),
        ("こんにちは、山田です\n今日は試験の話です", ["こんにちは、山田です", "今日は試験の話です"]),
        ("特徴は三つ\n・速い\n・安い", ["特徴は三つ", "・速い", "・安い"]),
        ("■朝は散歩から始まる\n太陽の光を浴びる。", ["■朝は散歩から始まる", "太陽の光を浴びる。"]),
        ("■朝は\n散歩から始まる。", ["■朝は散歩から始まる。"]),
        ("【軸】\nタクタイルを選んだ。", ["【軸】", "タクタイルを選んだ。"]),
        ("動いた\nしかし遅い", ["動いた", "しかし遅い"]),
        ("環境構築の手順\nPythonを入れる。", ["環境構築の手順", "Pythonを入れる。"]),
        ("以下：\n入れる。", ["以下：", "入れる。"]),
        ("Date: July 1\nPlace: Tokyo", ["Date: July 1", "Place: Tokyo"]),
        ("Jane Doe\nSenior Engineer", ["Jane Doe", "Senior Engineer"]),
    ],
)
def test_a_hard_line_break_ends_a_sentence_only_between_lines_of_their_own(text, expected):
    assert split(text) == expected


ALPHABET = st.sampled_from("あ漢カaZ1 　\n\u2028\u0085𠮷👩\u200d💻。．！？!?.、「」『』（）()[]“”\"'：:・-を が")


@given(st.text(ALPHABET, max_size=60), st.lists(st.integers(0, 60), max_size=6).map(sorted))
def test_sentences_are_ordered_disjoint_and_hold_every_character_that_is_no_blank(text, breaks):
    spans = sentences(text, breaks)
    inside = [offset for start, end in spans for offset in range(start, end)]
    assert inside == sorted(set(inside))
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
    assert {offset for offset, character in enumerate(text) if not character.isspace()} <= set(inside)


@pytest.mark.parametrize("part", ["これはペンです。", "「", "a. B ", "(a.", "。", "あ", ".", " ", "」"])
def test_one_line_of_a_megabyte_is_split_in_one_pass(part):
    # A quadratic scan would take minutes here and fail by its length, not by a clock.
    text = part * (1_000_000 // len(part))
    spans = sentences(text, range(10, 1_000, 10))
    assert "".join(text[start:end] for start, end in spans).replace(" ", "") == text.replace(" ", "")
