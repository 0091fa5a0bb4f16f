"""What of a post's text a reader of Markdown gets to see."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpkit.document import HOLE
from jpkit.markdown_source import only_markdown


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("図は{{< ref a >}}を", f"図は{HOLE * 13}を"),
        ("{{< toc >}}\n本文", "           \n本文"),
        ("{{< code >}}\nls\n{{< /code >}}\n本文", f"{' ' * 12}\n  \n{' ' * 13}\n本文"),
        ("{{< gist a >}}\n本文{{< /code >}}", f"{' ' * 14}\n本文{HOLE * 13}"),
        ("値は{% x %}と\\(x\\)、{% x", f"値は{HOLE * 7}と{HOLE * 5}、{{% x"),
        ("\\(aと\\(b\\)", f"\\(aと{HOLE * 5}"),
        ('{{< tip text="Pod" id="p" >}}は', "<a" + " " * 11 + ">Pod</a" + " " * 8 + ">は"),
        ("<pre>npm i\n\ncurl</pre>後", "<pre>     \n\n    </pre>後"),
        ("前<pre>npm</pre>後", f"前<pre>{HOLE * 3}</pre>後"),
        ("`<pre>npm</pre>`", "`<pre>npm</pre>`"),
        ("[1]: javascript:(function(){var a})()\n", " " * 37 + "\n"),
        ("[1]: javascript:void(0)\n", "[1]: javascript:void(0)\n"),
        ("```\t\n", "``` \n"),
    ],
)
def test_what_is_no_markdown_is_blank(text: str, seen: str) -> None:
    assert only_markdown(text) == seen


@pytest.mark.parametrize("opening", ["{{< code >}}", "{% a ", "\\(a ", "\\[a "])
def test_what_is_never_closed_is_looked_for_once(opening: str) -> None:
    seen = only_markdown(opening * 50_000)  # minutes, if it were once an opening
    assert seen == (HOLE * len(seen) if opening == "{{< code >}}" else opening * 50_000)


@given(
    st.lists(st.sampled_from(["{{< a >}}", "{%", "%}", "<pre>", "</pre>", "$$", "\n", "`", "あ", "\\[", "\\]", " x"]))
)
def test_every_offset_and_every_line_stays_true(parts: list[str]) -> None:
    text = "".join(parts)
    seen = only_markdown(text)
    assert len(seen) == len(text)
    assert [at for at, sign in enumerate(seen) if sign == "\n"] == [at for at, sign in enumerate(text) if sign == "\n"]
