"""What the author says of a term wins, and what they leave open goes on being found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpkit.bilingual.author import apply
from jpkit.bilingual.correction import FIELDS, Contradiction, Correction, texts
from jpkit.extraction.model import Entry, Evidence

MESH = Entry(
    id="service-mesh",
    ja="サービスメッシュ",
    en="service mesh",
    reading="サービスメッシュ",
    kind="term",
    variants=("サービス・メッシュ網",),
    definition_ja=("通信を仲介する層のこと。", "content/a.md", 9),
    translation_score=0.9,
    evidence=(Evidence("aligned", ("content/a.md", 9), ("content/a.en.md", 9)),),
    count=12,
    score=0.8,
    posts=("content/a.md",),
)
BUDGET = Entry("error-budget", None, "error budget", None, "term", count=3, score=0.5, posts=("content/b.en.md",))
DOCKER = Entry("docker", "Docker", "Docker", "ドッカー", "service", count=2, score=0.5, posts=("content/a.md",))
ENTRIES = (DOCKER, BUDGET, MESH)
HERE = ("jpkit.toml", 4)
BY_AUTHOR = Evidence("author", HERE, HERE)


def says(**fields: str) -> Correction:
    return Correction(fields, *HERE)


def read(term: str) -> str:
    return f"{term}の読み"


def applied(*corrections: Correction) -> tuple[Entry, ...]:
    result = apply(ENTRIES, corrections, read=read)
    assert result.contradictions == ()
    return result.entries


def test_without_corrections_the_entries_stay_as_they_are():
    assert applied() == ENTRIES


def test_an_english_name_of_the_authors_is_sure_and_the_id_stays():
    assert applied(says(ja="サービスメッシュ", en="mesh of services")) == (
        DOCKER,
        BUDGET,
        MESH._replace(en="mesh of services", translation_score=1.0, evidence=(BY_AUTHOR,)),
    )


def test_evidence_of_the_posts_stays_behind_that_of_the_author_where_they_agree():
    (*_, mesh) = applied(says(ja="サービスメッシュ", en="Service Mesh"))
    assert mesh.evidence == (BY_AUTHOR, *MESH.evidence)
    assert mesh.variants == ("service mesh", "サービス・メッシュ網")


def test_a_reading_alone_leaves_the_translation_to_jpkit():
    correction = Correction({"reading": "サービスメシュ"}, *HERE, found_ja="サービスメッシュ")
    assert applied(correction) == (DOCKER, BUDGET, MESH._replace(reading="サービスメシュ"))


def test_a_definition_stands_where_the_author_wrote_it_and_an_empty_one_nowhere():
    correction = Correction({"definition_en": "A layer.", "definition_ja": ""}, *HERE, found_ja="サービスメッシュ")
    (*_, mesh) = applied(correction)
    assert (mesh.definition_en, mesh.definition_ja) == (("A layer.", *HERE), None)


def test_a_new_japanese_name_is_read_anew():
    correction = Correction({"ja": "網"}, *HERE, found_ja="サービスメッシュ")
    (*_, mesh) = applied(correction)
    assert (mesh.id, mesh.ja, mesh.reading, mesh.evidence) == ("service-mesh", "網", "網の読み", (BY_AUTHOR,))


def test_a_name_that_is_only_spelt_otherwise_keeps_the_spelling_of_the_posts_as_a_variant():
    correction = Correction({"ja": "サービス・メッシュ"}, *HERE, found_ja="サービスメッシュ")
    (*_, mesh) = applied(correction)
    assert mesh.variants == ("サービスメッシュ", "サービス・メッシュ網")


def test_an_entry_is_found_by_a_variant_of_its_name():
    (*_, mesh) = applied(says(ja="サービス・メッシュ網", en="mesh"))
    assert (mesh.id, mesh.ja, mesh.en) == ("service-mesh", "サービス・メッシュ網", "mesh")


def test_a_term_that_no_post_names_gets_an_entry():
    assert applied(says(ja="猫", en="cat", variants="ねこ; ネコ")) == (
        Entry("cat", "猫", "cat", "猫の読み", "term", ("ねこ", "ネコ"), translation_score=1.0, evidence=(BY_AUTHOR,)),
        *ENTRIES,
    )


def test_a_japanese_name_joins_an_entry_that_has_only_an_english_one():
    budget = BUDGET._replace(ja="エラーバジェット", reading="エラーバジェットの読み")
    assert applied(says(ja="エラーバジェット", en="error budget")) == (
        DOCKER,
        budget._replace(translation_score=1.0, evidence=(BY_AUTHOR,)),
        MESH,
    )


def test_two_entries_whose_names_the_author_joins_are_one():
    result = applied(says(ja="サービスメッシュ", en="error budget"))
    assert [(entry.id, entry.count, entry.posts) for entry in result] == [
        ("docker", 2, ("content/a.md",)),
        ("service-mesh", 15, ("content/a.md", "content/b.en.md")),
    ]


def test_an_english_name_does_not_take_the_entry_of_another_japanese_one():
    result = applied(says(ja="網", en="service mesh"))
    assert [(entry.id, entry.ja) for entry in result] == [
        ("docker", "Docker"),
        ("error-budget", None),
        ("service-mesh", "サービスメッシュ"),
        ("service-mesh-2", "網"),
    ]


def test_the_japanese_name_of_a_service_replaces_its_latin_one():
    docker = DOCKER._replace(ja="ドッカー", reading="ドッカーの読み", translation_score=1.0, evidence=(BY_AUTHOR,))
    assert applied(says(ja="ドッカー", en="Docker")) == (docker, BUDGET, MESH)


def test_a_rejected_term_has_no_entry():
    assert applied(Correction({}, *HERE, found_ja="サービスメッシュ", reject=True)) == (DOCKER, BUDGET)
    assert applied(Correction({"en": "Error budget"}, *HERE, reject=True)) == (DOCKER, MESH)
    assert applied(Correction({"ja": "どこにもない語"}, *HERE, reject=True)) == ENTRIES


def test_an_id_of_a_correction_goes_before_that_of_the_posts():
    cat = Correction({"ja": "猫", "en": "cat"}, *HERE, id="docker")
    assert [(entry.id, entry.en) for entry in applied(cat)] == [
        ("docker", "cat"),
        ("docker-2", "Docker"),
        ("error-budget", "error budget"),
        ("service-mesh", "service mesh"),
    ]


def test_a_correction_without_names_holds_for_its_id_while_that_is_there():
    (*_, mesh) = applied(Correction({"reading": "メッシュ"}, *HERE, id="service-mesh"))
    assert mesh.reading == "メッシュ"
    assert applied(Correction({"reading": "メッシュ"}, *HERE, id="gone")) == ENTRIES


def test_of_two_corrections_the_surer_holds_and_the_other_is_told():
    first = says(ja="サービスメッシュ", en="mesh")
    second = Correction({"ja": "サービスメッシュ", "en": "net", "reading": "サ"}, "terms.csv", 2)
    rejection = Correction({"ja": "サービスメッシュ"}, "terms.csv", 3, reject=True)
    result = apply(ENTRIES, [first, second, rejection])
    assert [(entry.en, entry.reading) for entry in result.entries if entry.id == "service-mesh"] == [("mesh", "サ")]
    assert result.contradictions == (Contradiction("en", first, second), Contradiction("reject", first, rejection))


@pytest.mark.parametrize("value", ["a; b", "a;b;", " a ;; b", "a; b; a"])
def test_variants_are_parted_by_semicolons(value: str):
    assert texts(value) == ("a", "b")


NAMES = st.sampled_from(["サービスメッシュ", "網", "Docker", "エラーバジェット", "猫", ""])
ENGLISH = st.sampled_from(["service mesh", "error budget", "Docker", "cat", ""])
CORRECTIONS = st.builds(
    lambda ja, en, found, reject, fields: Correction(
        {**fields, **({"ja": ja} if ja else {}), **({"en": en} if en else {})}, *HERE, found_ja=found, reject=reject
    ),
    NAMES,
    ENGLISH,
    NAMES,
    st.booleans(),
    st.dictionaries(st.sampled_from(FIELDS[2:]), st.sampled_from(["term", ""]), max_size=2),
)


@given(st.lists(CORRECTIONS, max_size=5))
def test_whatever_the_author_says_ids_are_unique_and_every_word_stands_or_is_contradicted(
    corrections: list[Correction],
):
    result = apply(ENTRIES, corrections, read=read)
    ids = [entry.id for entry in result.entries]
    assert ids == sorted(set(ids))
    names = {entry.ja for entry in result.entries}
    told = {id(one.other) for one in result.contradictions}
    for correction in corrections:
        ja = correction.says.get("ja")
        if ja and not correction.reject and id(correction) not in told:
            assert ja in names
