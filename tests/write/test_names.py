"""Which of an entry's names belong to which language."""

import pytest

from jpkit.extraction.model import Entry
from jpkit.write.names import by_language, names


def shown(entry: Entry) -> tuple[list[str], list[str]]:
    """The names in Japanese and in English; abbreviations in parentheses, variants in brackets."""
    marks = {"main": "{}", "abbreviation": "({})", "variant": "[{}]"}
    ja, en = ([marks[name.form].format(name.text) for name in names(entry, lang)] for lang in ("ja", "en"))
    return ja, en


@pytest.mark.parametrize(
    ("ja", "en", "abbreviations", "variants", "expected"),
    [
        # An abbreviation in Latin letters is used in both.
        ("サイト信頼性エンジニアリング", "Site Reliability Engineering", ("SRE",), (),
         (["サイト信頼性エンジニアリング", "(SRE)"], ["Site Reliability Engineering", "(SRE)"])),
        ("スマートフォン", "smartphone", ("スマホ",), (), (["スマートフォン", "(スマホ)"], ["smartphone"])),
        # Variants by their script.
        ("不均衡データ", "imbalanced data", (), ("不均衡なデータ", "Imbalanced Data"),
         (["不均衡データ", "[不均衡なデータ]"], ["imbalanced data", "[Imbalanced Data]"])),
        # A Latin name of both languages has its Latin variants in both.
        ("Kubernetes", "Kubernetes", (), ("k8s", "クバネティス"),
         (["Kubernetes", "[k8s]", "[クバネティス]"], ["Kubernetes", "[k8s]"])),
        # Without an English name they were met in Japanese text.
        ("データエンジニア", None, ("DE",), ("Data Engineer",), (["データエンジニア", "(DE)", "[Data Engineer]"], [])),
        (None, "Google Cloud Storage", ("GCS",), ("GCS",), ([], ["Google Cloud Storage", "(GCS)"])),
        (None, "Google Sheets", (), ("スプレッドシート",), (["[スプレッドシート]"], ["Google Sheets"])),
        # The main names are no variants of themselves, nor of each other.
        ("AWS", "Amazon Web Services", (), ("AWS", "Amazon Web Services", "aws"),
         (["AWS", "[aws]"], ["Amazon Web Services", "[aws]"])),
        # The initials of a main name are its abbreviation.
        ("Google Apps Script", "Google Apps Script", (), ("GAS", "Apps Script"),
         (["Google Apps Script", "(GAS)", "[Apps Script]"], ["Google Apps Script", "(GAS)", "[Apps Script]"])),
        ("\0", " ", ("\t",), ("\n",), ([], [])),
    ],
)  # fmt: skip
def test_names_go_by_script_and_main_names(
    ja: str | None,
    en: str | None,
    abbreviations: tuple[str, ...],
    variants: tuple[str, ...],
    expected: tuple[list[str], list[str]],
):
    entry = Entry("x", ja, en, None, "term", variants, abbreviations)
    assert shown(entry) == expected


def test_an_entry_without_names_has_no_languages():
    assert by_language(Entry("x", "", None, None, "term")) == {}
