"""The glossary: what the posts say of one term or service, put together."""

from jpkit.bilingual.model import TermPair
from jpkit.extraction.japanese import term_key
from jpkit.extraction.model import (
    Abbreviation,
    Definition,
    Entry,
    Evidence,
    Pair,
    Place,
    PostResult,
    Service,
    Term,
)
from jpkit.glossary import build_glossary

HERE = Place(3, 1, 3, 5)


def term(name: str, score: float = 0.5, count: int = 1, reading: str | None = None) -> Term:
    return Term(name, reading, score, count, (), term_key(name))


def post(path: str, *terms: Term, lang: str = "ja", **fields: object) -> PostResult:
    return PostResult(path, lang, path, terms=terms, **fields)  # type: ignore[arg-type]


def test_a_term_of_two_posts_is_one_entry_with_all_its_counts_and_spellings():
    posts = [post("b.md", term("サーバー", 0.5, 3, "サーバー")), post("a.md", term("サーバ", 0.5, 1, "サーバ"))]
    assert build_glossary(posts) == (
        Entry(
            id="server",
            ja="サーバー",
            en="server",
            reading="サーバー",
            kind="term",
            variants=("サーバ",),
            translation_score=0.97,
            evidence=(Evidence("vocabulary", None, None),),
            count=4,
            score=0.75,
            posts=("a.md", "b.md"),
        ),
    )


def test_a_service_is_an_entry_under_its_canonical_name():
    gcs = Service("Google Cloud Storage", ("GCS",), "Google", "cloud-service", "active", None, None, None, 2, ())
    (entry,) = build_glossary([post("a.md", term("GCS"), services=(gcs,))])
    assert (entry.id, entry.ja, entry.en, entry.kind, entry.variants) == (
        "google-cloud-storage",
        "Google Cloud Storage",
        "Google Cloud Storage",
        "service",
        ("GCS",),
    )


def test_a_weak_term_of_one_post_is_left_out_and_one_that_is_defined_stays():
    definition = Definition("冪等性", "冪等性", "冪等性とは、…である。", "ja", 9, 1, 0.9)
    posts = [post("a.md", term("冪等性", 0.05), term("会場", 0.05), definitions=(definition,))]
    (entry,) = build_glossary(posts)
    assert (entry.ja, entry.definition_ja) == ("冪等性", ("冪等性とは、…である。", "a.md", 9))


def test_a_term_of_two_posts_needs_less_than_one_of_a_single_post():
    posts = [post("a.md", term("索引", 0.06), term("会場", 0.06)), post("b.md", term("索引", 0.01))]
    assert [entry.ja for entry in build_glossary(posts)] == ["索引"]


def test_an_author_profile_adds_nothing():
    assert build_glossary([post("content/authors/admin/_index.md", term("趣味", 0.9))]) == ()


def test_the_surest_definition_wins_whatever_the_order_of_posts():
    weak = Definition("SLO", "slo", "SLOは指標だ。", "ja", 1, 1, 0.4)
    sure = Definition("SLO", "slo", "SLOとは、目標である。", "ja", 2, 1, 0.9)
    posts = [post("a.md", term("SLO"), definitions=(weak,)), post("b.md", term("SLO"), definitions=(sure,))]
    definition = ("SLOとは、目標である。", "b.md", 2)
    assert [build_glossary(order)[0].definition_ja for order in (posts, posts[::-1])] == [definition, definition]


def test_an_abbreviation_belongs_to_its_long_form():
    short = Abbreviation("MLE", "Machine Learning Engineer", HERE)
    posts = [post("a.md", term("MLE", 0.3, 3), term("Machine Learning Engineer", 0.2, 2), abbreviations=(short,))]
    (entry,) = build_glossary(posts)
    assert (entry.en, entry.abbreviations, entry.count) == ("Machine Learning Engineer", ("MLE",), 5)


def test_names_that_the_text_pairs_are_the_two_sides_of_one_entry():
    pair = Pair("継続的デリバリー", "Continuous Delivery", HERE, 0.95)
    (entry,) = build_glossary([post("a.md", term("継続的デリバリー"), pairs=(pair,))])
    assert (entry.id, entry.ja, entry.en, entry.translation_score, entry.evidence) == (
        "continuous-delivery",
        "継続的デリバリー",
        "Continuous Delivery",
        0.95,
        (Evidence("parenthesis", ("a.md", 3), ("a.md", 3)),),
    )


def test_ids_are_made_of_names_and_differ_where_names_look_alike():
    posts = [post("a.md", term("C++"), term("C#"), term("CI/CD"), term("構文木編集", 0.9, 9))]
    assert [entry.id for entry in build_glossary(posts)] == ["c-plus-plus", "c-sharp", "ci-cd", "構文木編集"]


def test_a_term_without_english_has_it_from_the_vocabulary_and_is_one_entry_with_the_english_one():
    posts = [post("a.md", term("戻り値", 0.5, 3)), post("b.md", term("return value", 0.6, 2), lang="en")]
    (entry,) = build_glossary(posts)
    assert (entry.ja, entry.en, entry.translation_score, entry.evidence, entry.count) == (
        "戻り値",
        "return value",
        0.97,
        (Evidence("vocabulary", None, None),),
        5,
    )


def test_an_acronym_in_parentheses_is_an_abbreviation_where_the_name_behind_it_is_known():
    pair = Pair("抽象構文木", "AST", HERE, 0.95)
    (entry,) = build_glossary([post("a.md", term("抽象構文木"), pairs=(pair,))])
    assert (entry.ja, entry.en, entry.abbreviations) == ("抽象構文木", "abstract syntax tree", ("AST",))
    assert entry.evidence == (Evidence("parenthesis", ("a.md", 3), ("a.md", 3)), Evidence("vocabulary", None, None))


def test_an_acronym_in_parentheses_stands_for_the_name_that_any_post_binds_to_it():
    paired = post("a.md", term("SRP", 0.5, 3), pairs=(Pair("単一責任原則", "SRP", HERE, 0.95),))
    binds = post("b.md", term("SRP"), abbreviations=(Abbreviation("SRP", "Single Responsibility Principle", HERE),))
    for path in ("b.md", "0.md"):  # after and before the post that pairs it
        (entry,) = build_glossary(sorted([paired, binds._replace(path=path)], key=lambda one: one.path))
        assert (entry.ja, entry.en, entry.abbreviations, entry.variants, entry.count) == (
            "単一責任原則",
            "Single Responsibility Principle",
            ("SRP",),
            (),
            4,
        )


def test_the_users_dictionary_gives_english_that_nothing_else_does():
    definition = Definition("隠線処理", "隠線処理", "隠線処理とは、…である。", "ja", 9, 1, 0.9)
    posts = [post("a.md", term("隠線処理"), definitions=(definition,)), post("b.md", term("隠線処理"))]
    (entry,) = build_glossary(posts, dictionary=lambda names: dict.fromkeys(names, ("hidden line removal",)))
    assert (entry.en, entry.translation_score, entry.evidence) == (
        "hidden line removal",
        0.92,
        (Evidence("dictionary", None, None),),
    )


def test_the_order_of_posts_does_not_matter():
    posts = [
        post("a.md", term("辞書", 0.3, 2)),
        post("b.md", term("辞書", 0.4), term("Sudachi")),
        post("c.md", term("SUDACHI")),
    ]
    assert build_glossary(posts) == build_glossary(posts[::-1])


def test_no_posts_give_no_entries():
    assert build_glossary([]) == ()


def test_what_page_pairs_have_another_word_for_has_none_from_the_vocabulary():
    posts = [post("a.md", term("名前空間", 0.9, 9))]

    def english(*found: TermPair) -> list[str | None]:
        return [entry.en for entry in build_glossary(posts, found)]

    same = TermPair("名前空間", "名前空間", "namespace", 0.8, 3, (), titled=False, alone=1.0)
    assert english() == english(same) == english(same._replace(en="naming", score=0.4)) == ["namespace"]
    assert english(same._replace(en="naming")) == [None]


def test_the_plural_of_an_english_name_is_no_entry_beside_the_name():
    pair = TermPair("名前空間", "名前空間", "namespace", 0.97, 2, (), titled=False, alone=1.0)
    posts = [
        post("a.md", term("名前空間", 0.5, 2), term("Namespaces", 0.5)),
        post("en.md", term("Namespaces"), lang="en"),
    ]
    assert [(entry.ja, entry.en, entry.count, entry.variants) for entry in build_glossary(posts, [pair])] == [
        ("名前空間", "namespace", 4, ())
    ]


def test_two_spellings_of_one_loan_word_are_one_entry_and_two_words_are_two():
    posts = [
        post("a.md", term("リポジトリ", 0.5, 3), term("レポジトリ", 0.5, 5), term("スマホ"), term("スマートフォン"))
    ]
    assert [(entry.ja, entry.en, entry.variants, entry.count) for entry in build_glossary(posts)] == [
        ("レポジトリ", "repository", ("リポジトリ",), 8),
        ("スマホ", "smartphone", (), 1),
        ("スマートフォン", "smartphone", (), 1),
    ]


def test_a_release_is_no_other_spelling_of_a_name():
    names = ("Ubuntu", "Ubuntu22", "Ubuntu 22.04", "ウブントゥ")
    service = Service("Ubuntu", names, "Canonical", "software", "active", None, None, None, 4, ())
    (entry,) = build_glossary([post("a.md", services=(service,))])
    assert (entry.ja, entry.variants) == ("ウブントゥ", ())
