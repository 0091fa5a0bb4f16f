"""What a search result shows of a post: which sentences, in which order, how long."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpkit.document import HOLE, Block, Piece
from jpkit.extraction.chaff import END_MARKS, begin_fault
from jpkit.extraction.summary import plain, summarize
from jpkit.markdown import read_document
from jpkit.source import Source, Span

SEED = Path(__file__).parents[2] / ".." / "shared" / "seed" / "000_59c8b538e6b4036b.txt"


def blocks(markdown: str, title: str = "") -> tuple[Block, ...]:
    heading = Block("title", title, (Piece(0, 0, len(title), len(title)),)) if title else None
    return read_document(Source("post.md", markdown), Span(0, len(markdown)), title=heading).blocks


def summary(markdown: str, title: str = "", lang: str = "ja", max_chars: int = 120) -> str:
    return summarize(blocks(markdown, title), title, lang, max_chars=max_chars)[0]


def test_the_seed_is_a_record_of_having_taken_the_beta_exam():
    if not SEED.exists():
        pytest.skip("the seed is not beside this checkout")
    text = SEED.read_text(encoding="utf-8")
    title = 'GCPの新資格 "Professional Machine Learning Engineer BETA" を受けてきた'
    body = text.index("---", 3) + 4
    found = read_document(Source("index.md", text), Span(body, len(text))).blocks
    assert summarize(found, title, "ja", max_chars=120) == (
        "2020/7月頃にリリースされたベータ版の試験Professional Machine Learning Engineerを受験してきたのでその備忘録。",
        ((0, 0, 76),),
    )


@pytest.mark.parametrize(
    "chaff",
    [
        "こんにちは、データ基盤チームの山田です。",
        "データ基盤チームの山田です。",
        "お久しぶりです。",
        "BigQueryの集計のみなさん、毎日の仕事お疲れ様です。",
        "BigQueryの集計を速くするチームでマネージャーをしている山田です。",
        "BigQuery 集計チームを速くする@yamada_123です。",
        "2021年、あけましておめでとうございます。",
        "前回はBigQueryの集計について書きました。",
        "■BigQueryの集計を速くする",
        "06:00 起床、BigQueryの集計、速くする散歩",
        "この記事はBigQuery Advent Calendar 2020の3日目の記事です。",
        "追記：2021年に内容を更新しました。",
        "この記事は「BigQueryの集計を速くする」の登壇資料です。",
        "この記事は、2021年8月時点のBigQueryの集計の内容を基にしたものです。",
        "タグ：BigQuery 集計",
        "#BigQuery #集計",
        "2020年8月22日",
        "BigQueryの主な特徴は以下の通りです。",
        "BigQueryの集計で伝えたいことは、次の3つです。",
        "BigQueryの集計の要点は次の三点です。",
        "BigQueryの集計の手順は次のとおり。",
        "BigQueryの集計で速くなる理由は以下のとおりです。",
        "BigQueryを使っていますか？",
        "BigQueryの集計は https://example.com/ にあります。",
        "詳しくはこちらをご覧ください。",
        "本記事はアフィリエイト広告を含みます。",
        "~~BigQueryで集計を速くする方法を紹介します。~~",
        "**BigQueryの集計を速くする方法の目次**",
        "[BigQueryの集計を速くする公式の方法](https://example.com/)",
        "`SELECT count(*) FROM BigQuery.集計 WHERE true;`",
    ],
)
def test_a_sentence_that_says_what_the_post_is_about_comes_before_chaff(chaff):
    good = "毎晩の集計をBigQueryに移し、四十分かかっていた処理を三分に縮めた手順を記録します。"
    assert summary(f"{chaff}\n\n{good}\n", "BigQueryの集計を速くする") == good


@pytest.mark.parametrize(
    "chaff",
    [
        "*Originally published at [example.com](https://example.com/).*",
        "This post was originally published on my blog about Gatsby on January 18, 2018.",
        "This guide to Gatsby was produced by Jane Doe and was originally posted elsewhere.",
        "This article is effectively deprecated, Gatsby has moved on since.",
        "**Update** - Gatsby has changed its configuration since this was written.",
    ],
)
def test_an_english_sentence_on_the_post_itself_gives_way_to_what_it_tells(chaff):
    good = "Gatsby takes the pages of a WordPress site and builds static files of them."
    assert summary(f"{chaff}\n\n{good}\n", "Getting started with Gatsby", "en", 150) == good


@pytest.mark.parametrize(
    "begin", ["As a consequence, ", "In particular, we ", "On the other hand, ", "Hence ", "Note that "]
)
def test_a_sentence_that_draws_on_the_one_before_hangs(begin):
    assert begin_fault(f"{begin}the site is built again for every change.") == "hanging"


def test_a_sentence_with_a_formula_or_an_image_in_it_is_no_summary():
    assert summary("The probability of class $n$ is known.\n\nSoftmax is a function.", "Softmax", "en") == (
        "Softmax is a function."
    )
    assert summary("The probability of class $n$ is known.", "Softmax", "en") == ""


def test_headings_cells_captions_and_list_items_are_no_sentences_of_a_summary():
    markdown = """# BigQueryの集計を速くする方法を紹介します。

| BigQueryの集計を速くする方法を紹介します。 |
|---|
| BigQueryの集計を速くする方法を紹介します。 |

![BigQueryの集計を速くする方法を紹介します。](a.png)

* BigQueryの集計を速くする方法を紹介します。

集計の時間を三分に縮めるまでにした作業を書きます。
"""
    assert summary(markdown, "BigQueryの集計を速くする") == "集計の時間を三分に縮めるまでにした作業を書きます。"


def test_list_items_are_read_where_there_is_no_paragraph():
    assert summary("* 名詞だけの項目\n* 集計を速くした。\n", "集計") == "集計を速くした。"


def test_an_item_that_ends_as_a_sentence_needs_no_full_stop():
    assert summary("> 目的\n\n- 集計の結果が分布に合うかを確かめるものです\n- 表\n", "集計") == (
        "集計の結果が分布に合うかを確かめるものです"
    )


def test_a_short_sentence_is_followed_by_the_one_that_continues_it():
    markdown = "ルジャンドル変換の話です。これは自由変数を取り直す変換で、双対変換の一種です。\n"
    assert summarize(blocks(markdown), "ルジャンドル変換", "ja", max_chars=120) == (
        "ルジャンドル変換の話です。これは自由変数を取り直す変換で、双対変換の一種です。",
        ((0, 0, 13), (0, 13, 39)),
    )


def test_the_same_sentence_is_not_given_twice():
    assert summary("集計を速くした話。\n\n集計を速くした話。\n", "集計") == "集計を速くした話。"


def test_english_sentences_are_joined_by_a_blank():
    markdown = "Helm is a package manager. It installs charts into a cluster.\n"
    assert summary(markdown, "Helm", "en", 160) == "Helm is a package manager. It installs charts into a cluster."


def test_a_sentence_that_fits_is_preferred_to_a_cut_one():
    long = "集計を速くするために" + "いろいろな設定を一つずつ確かめながら試して、" * 8 + "三分にしました。"
    assert summary(f"{long}\n\n集計を速くした記録です。\n", "集計", max_chars=60) == "集計を速くした記録です。"


@pytest.mark.parametrize(
    ("markdown", "lang", "expected"),
    [
        (
            "夜間の集計は四十分かかっていましたが、分割した表と定期実行を組み合わせて三分に縮めました。",
            "ja",
            "夜間の集計は四十分かかっていました。",
        ),
        ("分割した表と定期実行を組み合わせて、集計を三分に縮めた手順", "ja", "分割した表と定期実行を組み合わせて…"),
        ("A gateway collects all of the interfaces that an application offers.", "en", "A gateway collects all of…"),
        ("継続的統合環境構築手順書作成支援基盤運用管理担当者向資料", "ja", ""),
        ("", "ja", ""),
        ("# 見出しだけ。", "ja", ""),
        ("```\nコードだけ。\n```", "ja", ""),
    ],
)
def test_what_does_not_fit_is_cut_at_a_clause_or_a_word_and_never_inside_one(markdown, lang, expected):
    assert summary(markdown, "", lang, 26) == expected


TEXTS = st.text(st.sampled_from("あいう漢字語カタaB1 　。！？、.,「」（）をがはです" + HOLE), min_size=1, max_size=80)


@given(st.lists(TEXTS, max_size=6), st.text(max_size=10), st.sampled_from(["ja", "en"]), st.integers(0, 50))
def test_a_summary_is_never_too_long_and_its_sentences_stand_in_the_post_in_order(texts, title, lang, most):
    given_blocks = [Block("paragraph", text, (Piece(0, 0, len(text), len(text)),)) for text in texts]
    text, chosen = summarize(given_blocks, title, lang, max_chars=most, key_terms=["漢字"])
    assert len(text) <= most
    assert list(chosen) == sorted(chosen)
    assert len(chosen) <= 3
    parts = [given_blocks[index].text[start:end] for index, start, end in chosen]
    stop, joint = ("。", "") if lang == "ja" else (".", " ")
    marked = joint.join((*(part if part[-1] in END_MARKS else part + stop for part in parts[:-1]), *parts[-1:]))
    assert text in (marked, marked + "…", marked + "。")


def test_words_that_every_english_text_has_do_not_make_a_sentence_speak_of_the_title():
    text = (
        "Between summer and autumn we moved eight internal services to Google Kubernetes Engine (GKE). "
        "For anyone on the same road, here is what we should have decided first."
    )
    assert summary(text, "What we should have decided before moving to GKE", "en", 160) == (
        "Between summer and autumn we moved eight internal services to Google Kubernetes Engine (GKE)."
    )


def test_the_short_form_of_the_title_outweighs_its_plain_words():
    text = (
        "毎月25日になると、経理の森さんが一人ずつに「経費の申請、まだですよね?」と声をかけて回っていました。"
        "見ているこちらもつらいので、催促を機械に任せることにしました。"
        "使ったのはGoogle Apps Script(以下、GAS)です。"
    )
    assert summary(text, "経費精算の催促をGASに任せたら、月末が静かになりました") == (
        "見ているこちらもつらいので、催促を機械に任せることにしました。使ったのはGoogle Apps Script(以下、GAS)です。"
    )


def test_a_short_sentence_that_leans_on_the_one_before_does_not_begin_a_summary():
    text = (
        "この論文は架空のものです。\n\n見本として書きました。\n\n"
        "本研究では、説明のない略語だけを書き手に知らせる仕組みを示します。"
    )
    assert summary(text, "略語の検出") == (
        "この論文は架空のものです。本研究では、説明のない略語だけを書き手に知らせる仕組みを示します。"
    )


def test_a_sentence_that_goes_on_behind_a_block_of_code_does_not_begin_a_summary():
    text = "表示の初期設定を変える。\n\n```\nx\n```\n\nと書けば、初期設定でVMDの表示方法が最初から変わる。"
    assert summary(text, "VMDの初期設定") == (
        "表示の初期設定を変える。と書けば、初期設定でVMDの表示方法が最初から変わる。"
    )


def test_the_sentence_that_says_what_the_page_covers_comes_before_the_one_that_leads_to_it():
    text = "これまで単一の表だけを扱ってきました。\n\nこの章では、複数の表を結合して集計する方法を説明します。"
    assert summary(text, "表の結合", max_chars=40) == "この章では、複数の表を結合して集計する方法を説明します。"
    english = "Until now we had one table only.\n\nThis guide describes how to join several tables in a query."
    assert summary(english, "Queries", "en", 70) == "This guide describes how to join several tables in a query."


@pytest.mark.parametrize("cut", ["集計の設定を速く変えるようにするには", "集計の設定が競合した場合は、"])
def test_a_sentence_that_goes_on_in_the_code_below_is_no_summary(cut):
    good = "夜間の処理の時間を三分に縮めた記録です。"
    assert summary(f"{cut}\n\n```\nx\n```\n\n{good}", "集計の設定") == good


def test_a_sentence_without_its_full_stop_gets_it_before_the_next_one():
    text = "twicliの設定メモ\n\ntwicliはブラウザで動くので、サイドバーに置いて使っています。"
    assert summary(text, "twicliの設定") == (
        "twicliの設定メモ。twicliはブラウザで動くので、サイドバーに置いて使っています。"
    )


def test_no_more_sentences_are_given_than_asked_for():
    found = blocks("ルジャンドル変換の話です。これは自由変数を取り直す変換で、双対変換の一種です。")
    assert summarize(found, "ルジャンドル変換", "ja", max_chars=120, most=1)[1] == ((0, 0, 13),)


def test_an_interjection_is_not_added_to_a_summary():
    text = "はい.今日は架空の言語の誕生の歴史を、会社どうしの競争から標準化まで順に話します。それもそのはず。"
    assert summary(text, "言語の誕生の歴史") == (
        "今日は架空の言語の誕生の歴史を、会社どうしの競争から標準化まで順に話します。"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "基本原則は、**誰でも使える「土台」**になるルールです。",
            "基本原則は、誰でも使える「土台」になるルールです。",
        ),
        ("道具に渡す名前は test/**/*.js と src/**/*.js です。", "道具に渡す名前は test/**/*.js と src/**/*.js です。"),
        ("長さの誤差はh**2とx**2の和になります。", "長さの誤差はh**2とx**2の和になります。"),
    ],
)
def test_asterisks_of_emphasis_that_markdown_leaves_are_none_of_a_summary(text: str, expected: str):
    assert plain(text) == expected


def test_a_summary_is_plain():
    assert summary("基本原則は、**誰でも使える「土台」**になるルールです。") == (
        "基本原則は、誰でも使える「土台」になるルールです。"
    )
