from jpkit.linting.engine import Active, lint_pages
from jpkit.linting.page import Reader
from jpkit.linting.rules import rule


def found(text: str, *rules: str) -> list[tuple[int, str]]:
    reader = Reader(given={"content/post/a.md": text.encode()})
    report = lint_pages(["content/post/a.md"], reader, lambda _: [Active(rule(one)) for one in rules])
    return [(finding.line, finding.rule) for finding in report.findings]


def test_a_comment_speaks_of_its_line():
    assert found("---\ntags: []  # jpkit: ignore[empty-field] 後で\nsummary: ''\n---\n", "empty-field") == [
        (3, "empty-field")
    ]
    assert found("+++\ntags = [] # jpkit: ignore[empty-field]\n+++\n", "empty-field") == []


def test_a_comment_alone_on_its_line_speaks_of_the_next():
    assert found("---\n# jpkit: ignore[content] 後で\ntags: []\nsummary: ''\n---\n", "empty-field") == [
        (4, "empty-field")
    ]


def test_a_comment_of_the_body_is_one_of_html():
    comment = "<!-- jpkit: ignore[halfwidth-kana] 引用 -->"
    body = f"---\ntitle: a\n---\n{comment}\nｻｰﾊﾞｰ\n\nﾃﾞｰﾀ {comment}\n"
    assert found(body, "halfwidth-kana") == []
    assert found("---\ntitle: a\n---\nｻｰﾊﾞｰ # jpkit: ignore[halfwidth-kana]\n", "halfwidth-kana") == [
        (4, "halfwidth-kana")
    ]


def test_one_that_suppresses_nothing_is_reported_where_its_rule_ran():
    text = "---\ntitle: a # jpkit: ignore[empty-field, halfwidth-kana]\n---\n"
    assert found(text, "empty-field") == [(2, "unused-suppression")]
    assert found(text, "doi-url") == []


def test_what_several_pages_show_can_be_suppressed_too():
    pages = {f"content/post/{name}.md": b"---\ntags: [Machine Learning]\n---\n" for name in "ab"}
    pages["content/post/c.md"] = b"---\ntags: [machine-learning] # jpkit: ignore[tag-variants]\n---\n"
    report = lint_pages(pages, Reader(given=pages), lambda _: [Active(rule("tag-variants"))])
    assert report.findings == ()
