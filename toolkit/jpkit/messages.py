"""Every sentence that jpkit says to a person, in English and in Japanese.

*Where: what is there; what to do.* One table, so that the two languages cannot drift apart
unseen: a test holds their placeholders equal.
"""

import locale
import os
from collections.abc import Iterable
from contextvars import ContextVar

LANGUAGES = ("en", "ja")

_language: ContextVar[str | None] = ContextVar("messages", default=None)

# key: (English, Japanese)
MESSAGES: dict[str, tuple[str, str]] = {
    "not-utf8": (
        "not UTF-8, looks like {encoding}; save the file as UTF-8",
        "UTF-8ではありません（{encoding}のようです）。UTF-8で保存し直してください",
    ),
    "not-text": (
        "not UTF-8 text; save the file as UTF-8 or leave it out",
        "UTF-8のテキストではありません。UTF-8で保存し直すか、対象から外してください",
    ),
    "front-matter-unclosed": (
        "front matter begins with '{delimiter}' and never ends; write '{delimiter}' on a line of its own behind it",
        "'{delimiter}'で始まるフロントマターの終わりがありません。最後に'{delimiter}'だけの行を書いてください",
    ),
    "front-matter-delimiter": (
        "'{text}' does not delimit front matter; write '{delimiter}'",
        "'{text}'はフロントマターの区切りになりません。'{delimiter}'と書いてください",
    ),
    "front-matter-not-map": (
        "front matter begins with '{text}', which is no key; write 'key: value'",
        "フロントマターの'{text}'にキーがありません。「key: value」の形で書いてください",
    ),
    "front-matter-fence": (
        "'{text}' is TOML between the delimiters of YAML; write 'key: value', or '+++' instead of '---'",
        "YAMLの区切りの中に、TOMLの書き方の'{text}'があります。「key: value」と書くか、'---'を'+++'に替えてください",
    ),
    "front-matter-colon": (
        "a colon of '{text}' reads as a second key; put a value that holds a colon in quotes, "
        "and write a blank behind the colon of a key",
        "'{text}'の中のコロンがキーの区切りと解釈されます。"
        "コロンを含む値は引用符で囲み、キーのコロンの後には半角スペースを入れてください",
    ),
    "front-matter-bracket": (
        "the bracket of '{text}' is never closed, or a comma is missing inside; mend it",
        "'{text}'の括弧が閉じていないか、中のコンマが足りません。直してください",
    ),
    "front-matter-tab": (
        "a tab indents '{text}'; YAML wants blanks",
        "'{text}'の字下げがタブになっています。YAMLでは半角スペースを使ってください",
    ),
    "front-matter-start": (
        "no YAML value begins with '{text}'; put it in quotes",
        "YAMLの値は'{text}'で始められません。引用符で囲んでください",
    ),
    "front-matter-escape": (
        "'{text}' is no escape of a string in double quotes; write '\\{text}', or put the value in single quotes",
        "二重引用符の中に'{text}'というエスケープはありません。'\\{text}'と書くか、値を一重引用符で囲んでください",
    ),
    "front-matter-quote": (
        "the quote before '{text}' is never closed; close it",
        "'{text}'の前の引用符が閉じられていません。閉じてください",
    ),
    "front-matter-key": (
        "'{text}' does not fit here; write 'key: value', check the indentation, "
        "and put a value that holds quotes or begins with a bracket in quotes",
        "ここに'{text}'は書けません。「key: value」の形と字下げを確かめ、"
        "引用符を含む値や括弧で始まる値は引用符で囲んでください",
    ),
    "front-matter-alias": (
        "'{text}' refers to nothing above it; put a value that begins with '*' in quotes",
        "'{text}'の指すアンカーがありません。'*'で始まる値は引用符で囲んでください",
    ),
    "front-matter-control": (
        "a control character (U+{code:04X}) in the front matter; delete it",
        "フロントマターに制御文字（U+{code:04X}）があります。削除してください",
    ),
    "front-matter-deep": (
        "front matter nests too deep, or an alias contains itself; write it flatter",
        "フロントマターの入れ子が深すぎるか、エイリアスが自分自身を含んでいます。入れ子を減らしてください",
    ),
    "front-matter-repeated": (
        "'{text}' repeats a key; keep one of them",
        "'{text}'のキーが重複しています。どちらか1つにしてください",
    ),
    "front-matter-syntax": (
        "{format} cannot be read at '{text}' ({detail}); mend it",
        "'{text}'の箇所を{format}として読めません（{detail}）。直してください",
    ),
    "edit-refused": (
        "'{key}' cannot be filled in without changing something else; write it by hand: {value}",
        "'{key}'だけを書き換えられません。手で書き加えてください：{value}",
    ),
    "usage": ("{problem}; see '{command} --help'", "{problem}。使い方は'{command} --help'で確かめられます"),
    "usage-command": (
        "no command '{command}'; the commands are: {commands}",
        "'{command}'というコマンドはありません。使えるのは{commands}です",
    ),
    "usage-command-near": (
        "no command '{command}'; did you mean '{near}'?",
        "'{command}'というコマンドはありません。'{near}'ではありませんか",
    ),
    "usage-option": ("no option '{option}'", "'{option}'というオプションはありません"),
    "usage-option-near": (
        "no option '{option}'; did you mean '{near}'?",
        "'{option}'というオプションはありません。'{near}'ではありませんか",
    ),
    "usage-value": ("{option}: no value behind it; write one", "{option}：値がありません。後ろに値を書いてください"),
    "usage-no-value": (
        "{option}: takes no value; write the option alone",
        "{option}：値を取らないオプションです。オプション名だけを書いてください",
    ),
    "usage-choice": (
        "'{value}' is none of its values; write one of {choices}",
        "'{value}'は指定できません。{choices}のいずれかを書いてください",
    ),
    "usage-number": (
        "'{value}' is no whole number of 1 or more; write one",
        "'{value}'は1以上の整数ではありません。1以上の整数を書いてください",
    ),
    "usage-jobs": (
        "'{value}' is no number of processes; write 1 or more, or auto",
        "'{value}'はプロセス数ではありません。1以上の整数かautoを書いてください",
    ),
    "diff-without-fill": (
        "--diff shows what --fill would change; add --fill summary, for example",
        "--diffは--fillによる変更を表示します。--fill summaryのように--fillも指定してください",
    ),
    "diff-with-format": (
        "--diff and --format {format} both want standard output; leave one out",
        "--diffと--format {format}はどちらも標準出力を使います。一方を外してください",
    ),
    "fill-stdin": (
        "--fill writes into files, and '-' is none; name the file, or add --diff",
        "--fillはファイルに書き込みますが、'-'はファイルではありません。ファイルを指定するか、--diffを付けてください",
    ),
    "field-missing": (
        "--fill {field}: {count} post(s) without that field left as they are, the first is {path}; "
        "add '{line}' to the front matter",
        "--fill {field}：{field}のない記事{count}件（{path}など）はそのままにしました。"
        "書き込むには、フロントマターに'{line}'の行を足してください",
    ),
    "changed-meanwhile": (
        "the file has changed since it was read, so nothing was written; run the command again",
        "読み込んだ後にファイルが変更されたため、書き込みませんでした。もう一度実行してください",
    ),
    "no-posts": (
        "{path}: no posts in it; a post is a file that ends in .md or .markdown",
        "{path}: 記事が見つかりません。拡張子が.mdか.markdownのファイルを記事として読みます",
    ),
    "bug": (
        "this is a bug of jpkit {version}; report it with the lines above",
        "これはjpkit {version}の不具合です。上の出力を添えて報告してください",
    ),
    "report-terms": ("Key terms", "キーワード"),
    "report-services": ("Services", "サービス"),
    "report-glossary": ("Glossary", "用語集"),
    "report-no-title": ("(no title)", "（タイトルなし）"),
    "report-nothing": ("nothing found", "何も見つかりませんでした"),
    "report-renamed": ("renamed, now {name}", "現在は{name}"),
    "report-renamed-plain": ("renamed", "改称"),
    "report-retired": ("retired", "提供終了"),
    "report-retired-for": ("retired, see {name}", "提供終了、後継は{name}"),
    "explain-place": ("{place} of the key terms, score {score}", "キーワードの{place}位、スコア{score}"),
    "explain-no-place": (
        "no key term: a longer term or another spelling stands for it",
        "キーワードではありません（より長い語か別の表記が代わりに選ばれています）",
    ),
    "explain-nowhere": (
        "no post has '{term}' as a candidate for a key term; write it as a post does, without particles",
        "'{term}'をキーワードの候補とする記事がありません。助詞を付けずに、記事の表記どおりに指定してください",
    ),
    "strangers": (
        "{path}: says something else than {other}, which is named as its translation; no terms were taken from the two",
        "{path}: 翻訳とされている{other}と内容が対応しません。この2ページからは対訳を取り出していません",
    ),
    "report-posts": ("Posts", "記事"),
    "report-entries": ("Entries", "見出し語"),
    "report-translated": ("{count} in both languages", "うち日英あり{count}"),
    "report-unreadable": ("Unreadable", "読めない記事"),
    "report-written": ("Written", "出力先"),
    "report-written-new": ("{changed} of {count} file{count:s} changed", "全{count}ファイル中{changed}件を更新"),
    "report-removed": ("{count} old pages removed", "古いページを{count}件削除"),
    "report-corrections": ("Corrections", "訂正"),
    "report-corrections-new": ("{count} of yours, kept in {path}", "手で直した{count}件を{path}に記録"),
    "report-filled": ("Filled in", "書き込み"),
    "report-filled-posts": ("{field} in {count} post(s)", "{field}：{count}件"),
    "report-filled-none": ("nothing to fill in", "書き込む空欄はありません"),
    "comma": (", ", "、"),
    "aside": (" ({text})", "（{text}）"),
    "config-no-table": (
        "no [tool.jpkit] in it; write that table, or leave --config out",
        "[tool.jpkit]がありません。そのテーブルを書くか、--configを外してください",
    ),
    "config-not-below": (
        "[tool.jpkit] is for pyproject.toml; take it away, and 'tool.jpkit.' from the names of other tables",
        "[tool.jpkit]はpyproject.toml用です。この行と、ほかのテーブル名の'tool.jpkit.'を削除してください",
    ),
    "config-syntax": (
        "cannot be read as TOML ({detail}); mend it",
        "TOMLとして読めません（{detail}）。直してください",
    ),
    "config-unknown": (
        "unknown key '{key}'; known are {keys}",
        "'{key}'というキーはありません。使えるのは{keys}です",
    ),
    "config-unknown-near": (
        "unknown key '{key}'; did you mean '{near}'?",
        "'{key}'というキーはありません。'{near}'ではありませんか",
    ),
    "config-type": (
        "{key} = {value}: write {wanted}",
        "{key} = {value}：{wanted}を指定してください",
    ),
    "config-missing": (
        "no '{key}'; say which files the settings are for",
        "'{key}'がありません。設定の対象にするファイルを書いてください",
    ),
    "dictionary-missing": (
        "no such dictionary; name the file of one that is installed",
        "辞書がありません。インストール済みの辞書ファイルを指定してください",
    ),
    "dictionary-unknown": (
        "is no dictionary in EDICT or JMdict format; name such a file, or leave --dictionary out",
        "EDICT形式でもJMdict形式でもありません。どちらかの辞書ファイルを指定するか、--dictionaryを外してください",
    ),
    "dictionary-broken": (
        "the dictionary cannot be read to its end ({reason}); install it again",
        "辞書を最後まで読めません（{reason}）。入れ直してください",
    ),
    "glossary-conflict": (
        "'{text}' is left of a merge; choose one side and delete the markers",
        "マージの競合の印'{text}'が残っています。どちらかを選び、印を削除してください",
    ),
    "glossary-syntax": (
        "cannot be read as {format} ({detail}); mend it, or let jpkit extract write it anew",
        "{format}として読めません（{detail}）。直すか、jpkit extractで作り直してください",
    ),
    "glossary-no-list": (
        "no glossary in it; give a glossary.json or glossary.csv that jpkit extract has written",
        "用語集がありません。jpkit extractが書き出したglossary.jsonかglossary.csvを指定してください",
    ),
    "glossary-columns": (
        "no column {columns} in the first line; its columns are {header}",
        "先頭の行に{columns}の列がありません。列は{header}です",
    ),
    "glossary-column-twice": (
        "the column '{column}' is there twice; keep one of them",
        "'{column}'の列が2つあります。どちらか1つにしてください",
    ),
    "glossary-cells": (
        "{cells} cell{cells:s}, but {columns} column{columns:s}; put a text with a comma in double quotes",
        "列は{columns}個ですが、この行には{cells}個の値があります。コンマを含む値は二重引用符で囲んでください",
    ),
    "glossary-id-twice": (
        "the id '{id}' stands on line {line} already; give each entry its own, or make them one entry",
        "id '{id}'は{line}行目にもあります。別のidにするか、1つの項目にまとめてください",
    ),
    "glossary-no-name": (
        "an entry without a name; fill in ja or en, or delete the entry",
        "見出し語がありません。jaかenに書くか、この項目を削除してください",
    ),
    "glossary-type": (
        "{key} is {value}; write {wanted}",
        "{key}の値が{value}になっています。{wanted}を書いてください",
    ),
    "wanted-any-number": ("a number", "数値"),
    "wanted-list": ("a list", "リスト"),
    "wanted-number": ("a whole number of 1 or more", "1以上の整数"),
    "wanted-text": ("a text in quotes", "引用符で囲んだ文字列"),
    "wanted-texts": ('a list of texts, as in ["content/en/**"]', '["content/en/**"]のような文字列のリスト'),
    "wanted-table": ("a table of keys and values", "キーと値のテーブル"),
    "wanted-choice": ("one of {choices}", "{choices}のいずれか"),
    "wanted-choices": ("a list with some of {choices}", "{choices}から選んだリスト"),
    "not-readable": (
        "cannot be read ({reason}); check the file and its permissions",
        "読み込めません（{reason}）。ファイルと読み取り権限を確かめてください",
    ),
    "lint-unknown-rule": (
        "no lint rule or group is called '{rule}'; jpkit lint --rules shows them",
        "'{rule}'という規則やグループはありません。jpkit lint --rulesで一覧を見られます",
    ),
    "lint-unknown-rule-near": (
        "no lint rule or group is called '{rule}'; did you mean '{near}'?",
        "'{rule}'という規則やグループはありません。'{near}'ではありませんか",
    ),
    "lint-no-glossary": (
        "{rule} needs a glossary, and there is none; write one with jpkit extract, or name it by --glossary FILE",
        "{rule}には用語集が必要です。jpkit extractで作るか、--glossary FILEで指定してください",
    ),
    "lint-diff-format": (
        "--diff shows changes instead of findings; leave out --format {format}",
        "--diffは指摘の代わりに変更を表示します。--format {format}は付けないでください",
    ),
    "lint-summary": (
        "{errors} error{errors:s}, {warnings} warning{warnings:s}, {infos} hint{infos:s} in {pages} page{pages:s}",
        "{pages}ページに、エラー{errors}件、警告{warnings}件、ヒント{infos}件",
    ),
    "lint-fixable": (
        "{count} can be mended by --fix",
        "うち{count}件は--fixで直せます",
    ),
    "lint-fixed": (
        "{count} mended in {files} file{files:s}",
        "{files}ファイルの{count}件を直しました",
    ),
    "schema-generation": (
        "no theme generation is called '{name}'; write one of: {known}",
        "'{name}'というテーマの世代はありません。次のどれかを書いてください：{known}",
    ),
    "schema-order": (
        "'{name}' is a page type; write the theme generation before it, one of: {known}",
        "'{name}'はページの種類です。その前に、テーマの世代を次から選んで書いてください：{known}",
    ),
    "schema-page": (
        "{generation} has no page type '{name}'; write one of: {known}",
        "{generation}に'{name}'というページの種類はありません。次のどれかを書いてください：{known}",
    ),
    "lint-baseline": (
        "this is no baseline; write one with --write-baseline",
        "ベースラインのファイルではありません。--write-baselineで作ってください",
    ),
    "lint-baseline-missing": (
        "--write-baseline needs a file; name it by --baseline FILE",
        "--write-baselineには書き込み先が必要です。--baseline FILEで指定してください",
    ),
    "lint-baseline-written": (
        "{count} finding{count:s} known from now on ({path})",
        "{count}件の指摘を既知として記録しました（{path}）",
    ),
    "lint-git": (
        "git does not say what has changed ({reason}); run --changed inside a repository, with a revision that exists",
        "変更された行をGitから得られません（{reason}）。--changedはリポジトリの中で、存在するリビジョンを指定して使ってください",
    ),
    "lint-stdin": (
        "--stdin-filename says what standard input is; give - as the only path with it",
        "--stdin-filenameは標準入力のファイル名を指定します。パスには-だけを書いてください",
    ),
    "config-term-name": (
        "no name; write ja or en",
        "見出し語がありません。jaかenを書いてください",
    ),
    "terms-not-text": (
        "no text in UTF-8, UTF-16 or Shift_JIS; save the file as CSV in UTF-8",
        "UTF-8、UTF-16、Shift_JISのどれでもありません。UTF-8のCSVとして保存し直してください",
    ),
    "terms-header": (
        "no column ja or en in the first line; write one above the terms",
        "先頭の行にjaやenの列がありません。語の上に列名を書いてください",
    ),
    "terms-column": (
        "unknown column '{column}'; did you mean '{near}'?",
        "'{column}'という列はありません。'{near}'ではありませんか",
    ),
    "terms-more": (
        "'{column}' is none of jpkit's and would be lost; move it into a file of your own, "
        "or a column of glossary-corrections.csv",
        "'{column}'はjpkitの欄ではないため、書き直すと失われます。"
        "自分で作ったファイルか、glossary-corrections.csvの列に移してください",
    ),
    "terms-cut": (
        "the last line is cut off, so nobody knows what has stood behind it; put the file back, or complete the line",
        "最後の行が途中で切れていて、続きが分かりません。ファイルを元に戻すか、行を補ってください",
    ),
    "terms-emptied": (
        "no entry is left in it; to have it written anew, delete the file; "
        "to be rid of single entries, delete their lines only",
        "項目が1つも残っていません。作り直すにはファイルを削除してください。"
        "特定の項目だけを除くには、その行だけを削除してください",
    ),
    "terms-own-output": (
        "jpkit writes this file and keeps what you correct in it (in {file}); leave it out of 'terms'",
        "jpkitが書き出すファイルで、直した内容は{file}に残ります。'terms'から外してください",
    ),
    "terms-state": (
        "cannot be read, so nobody knows what jpkit has written; put the file back, or delete it",
        "読み込めないため、前回書き出した内容が分かりません。元に戻すか、削除してください",
    ),
    "terms-untold": (
        "not written, because without {file} nobody knows what in it is yours; delete it to have it written anew, "
        "or keep it under another name and put that into 'terms' of the configuration",
        "{file}がなく、どこを手で直したのか分からないため、書き換えませんでした。作り直すには削除してください。"
        "残すには名前を変え、設定の'terms'にその名前を書いてください",
    ),
    "terms-untold-file": (
        "not written, because without {file} nobody knows whether you have edited it; "
        "delete it to have it written anew",
        "{file}がなく、手で直したかどうか分からないため、書き換えませんでした。作り直すには削除してください",
    ),
    "terms-edited": (
        "not written, because somebody has edited it and jpkit cannot read this format; "
        "correct glossary.csv instead, and delete this file to have it written anew",
        "手で直されていますが、この形式は読み取れないため、書き換えませんでした。"
        "glossary.csvのほうを直し、このファイルは削除して作り直してください",
    ),
    "terms-changed-meanwhile": (
        "not written, because it has changed since it was read; run the command again",
        "読み込んだ後に変更されたため、書き換えませんでした。もう一度実行してください",
    ),
    "terms-contradiction": (
        "{field} of '{name}' is '{here}' here and '{there}' in {path}:{line}; "
        "neither file was written, make the two the same",
        "'{name}'の{field}が、ここでは'{here}'、{path}:{line}では'{there}'です。"
        "どちらのファイルも書き換えませんでした。同じ内容にしてください",
    ),
    "terms-contradiction-kept": (
        "{field} of '{name}' is '{here}' here and '{there}' in {path}:{line}, which holds; delete one of them",
        "'{name}'の{field}が、ここでは'{here}'、{path}:{line}では'{there}'です。"
        "後者を採りました。どちらかを削除してください",
    ),
    "terms-entry": ("the entry", "項目そのもの"),
    "terms-rejected": ("rejected", "除外"),
    "terms-given": ("kept", "残す"),
    "path-missing": (
        "no such file or folder; check the path",
        "ファイルもフォルダーも見つかりません。パスを確かめてください",
    ),
    "path-leads-nowhere": (
        "a link that leads to no file or folder; delete it, or put there what it leads to",
        "シンボリックリンクの先にファイルもフォルダーもありません。リンクを削除するか、リンク先を用意してください",
    ),
    "path-missing-near": (
        "no such file or folder; did you mean '{near}'?",
        "ファイルもフォルダーも見つかりません。'{near}'ではありませんか",
    ),
    "output-not-written": (
        "standard output cannot be written ({reason}); make room where it goes, or send it elsewhere",
        "標準出力に書き込めません（{reason}）。出力先の空き容量を確かめるか、別の出力先を指定してください",
    ),
    "not-written": (
        "cannot be written ({reason}); check the folder and its permissions",
        "書き込めません（{reason}）。フォルダーと書き込み権限を確かめてください",
    ),
}


def use_language(language: str | None) -> None:
    """Choose the language of messages for this context; None goes back to the locale's."""
    _language.set(language)


def language() -> str:
    """The language in force, ja or en: what was chosen, else what the locale says."""
    chosen = _language.get()
    if chosen is not None:
        return chosen
    # The environment as POSIX orders it; locale.getlocale() only on systems that set none of them.
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return "ja" if os.environ[name].lower().startswith("ja") else "en"
    return "ja" if (locale.getlocale()[0] or "").lower().startswith("ja") else "en"


def message(key: str, /, **values: object) -> str:
    """The message of that key in the language in force, with its values filled in."""
    filled = {name: _Number(value) if type(value) is int else value for name, value in values.items()}
    return MESSAGES[key][LANGUAGES.index(language())].format(**filled)


def joined(texts: Iterable[str]) -> str:
    """Texts one behind another, parted as the language in force parts them."""
    return message("comma").join(texts)


def aside(*texts: str) -> str:
    """Texts in the brackets of the language in force, to stand right behind what they are about."""
    return message("aside", text=joined(texts))


class _Number(int):
    """A count, with the ending of its noun: ``{count} file{count:s}``."""

    def __format__(self, spec: str) -> str:
        return "s" * (self != 1) if spec == "s" else super().__format__(spec)
