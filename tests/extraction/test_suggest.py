"""Suggestions for empty fields: the site's own tags first."""

from jpkit.extraction.model import Abbreviation, Pair, Place, PostResult, Service, Suggested, Summary, Term
from jpkit.extraction.suggest import suggest

HERE = Place(1, 1, 1, 2)


def term(name: str, score: float = 0.5, count: int = 2) -> Term:
    return Term(name, None, score, count, (), name.casefold().replace(" ", ""))


def post(*terms: Term, **fields: object) -> PostResult:
    return PostResult("a.md", **{"lang": "ja", "title": "", "terms": terms} | fields)  # type: ignore[arg-type]


def tags_of(one: PostResult, *others: PostResult) -> tuple[str, ...]:
    """What is suggested for a post among others."""
    return suggest([*others, one])[-1].tags


def test_the_sites_tags_come_first_in_the_sites_most_frequent_spelling():
    others = [post(term("BIGQUERY"), tags=("BigQuery",))] * 2 + [post(term("bigquery"), tags=("Bigquery",))]
    assert tags_of(post(term("新しい語", 0.9), term("bigquery", 0.4)), *others) == ("BigQuery", "新しい語")


def test_keywords_are_the_terms_and_the_summary_is_that_of_the_post():
    one = post(term("新しい語", 0.9), term("bigquery", 0.1), summary=Summary("要約。"))
    assert suggest([one]) == [
        Suggested(tags=("新しい語", "bigquery"), keywords=("新しい語", "bigquery"), summary="要約。")
    ]


def test_a_tag_that_occurs_in_many_posts_but_is_hardly_used_is_no_tag_for_the_next():
    others = [post(term("ブログ"), term(f"語{n}"), tags=(("日記",) if n else ("ブログ",))) for n in range(30)]
    assert tags_of(post(term("ブログ")), *others)[0] == "日記"
    always = [post(term("ブログ"), tags=("ブログ",)) for _ in range(30)]
    assert tags_of(post(term("ブログ")), *always) == ("ブログ",)


def test_a_tag_comes_in_the_company_of_the_terms_of_its_posts():
    others = [post(term("勉強会"), term(f"語{n}"), tags=("イベント",)) for n in range(9)]
    assert tags_of(post(term("勉強会", 0.9), term("登山", 0.01)), *others)[0] == "イベント"


def test_a_posts_own_tags_are_no_reason_to_suggest_them():
    others = [post(term(f"語{n}"), tags=("イベント", "日記")) for n in range(9)]
    assert tags_of(post(term("登山"), tags=("独り言",)), *others) == ("登山",)


def test_a_tag_may_stand_in_the_title_alone():
    others = [post(term("機械学習"), tags=("機械学習",)), post(term("node.js"), tags=("nodejs",))]
    assert tags_of(post(title="Node.jsで機械学習"), *others) == ("nodejs", "機械学習")


def test_a_tag_is_found_under_the_other_name_that_a_text_pairs_with_it():
    others = [post(term("Machine Learning"), tags=("Machine Learning",))]
    pair = Pair("機械学習", "Machine Learning", HERE, 0.9)
    short = Abbreviation("GCS", "Google Cloud Storage", HERE)
    assert tags_of(post(term("機械学習"), pairs=(pair,)), *others) == ("Machine Learning",)
    others = [post(term("gcs"), tags=("GCS",))]
    assert tags_of(post(term("Google Cloud Storage"), abbreviations=(short,)), *others) == ("GCS",)


def test_tags_of_posts_in_another_language_are_not_suggested():
    others = [post(term("helm"), tags=("Helm Charts",), lang="en")] * 5
    assert tags_of(post(term("helm")), *others) == ("helm",)


def test_a_service_is_suggested_once_under_its_canonical_name_or_the_sites_tag():
    gcs = Service("Google Cloud Storage", ("GCS",), "Google", "cloud-service", "active", None, None, None, 1, ())
    one = post(term("GCS"), term("Google Cloud Storage", 0.4), services=(gcs,))
    assert tags_of(one) == ("Google Cloud Storage",)
    assert tags_of(one, post(term("gcs"), tags=("GCS",))) == ("GCS",)


def test_a_frequent_service_is_a_tag_even_where_no_term_says_so():
    slack = Service("Slack", ("Slack",), None, "saas", "active", None, None, None, 5, ())
    assert tags_of(post(services=(slack,))) == ("Slack",)


def test_a_new_tag_is_no_part_of_another():
    one = post(term("AWS Certified Data Engineer", 0.6), term("AWS Certified", 0.5), term("資格", 0.4))
    assert tags_of(one) == ("AWS Certified Data Engineer", "資格")


def test_a_plain_english_word_is_a_new_tag_only_where_the_title_has_it():
    words = (term("Argo CD", 0.6), term("sync wave", 0.5), term("rollout", 0.4), term("cluster", 0.7))
    assert tags_of(post(*words, lang="en", title="Rollouts")) == ("Argo CD", "sync wave", "rollout")


def test_an_english_word_of_any_subject_is_no_new_tag_unless_it_is_the_title():
    one = post(term("effect", 0.9), term("crop growth", 0.2), lang="en", title="The effect of soil on crop growth")
    assert tags_of(one) == ("crop growth",)
    assert tags_of(one, post(term("effect"), lang="en", tags=("effect",))) == ("effect", "crop growth")
    assert tags_of(post(term("scope"), lang="en", title="Scope")) == ("scope",)


def test_a_term_that_is_named_once_in_passing_comes_behind_one_that_comes_back():
    terms = (term("Zed", 0.6, count=1), term("索引", 0.4))
    assert tags_of(post(*terms)) == ("索引", "Zed")
    assert tags_of(post(*terms, title="Zedで索引")) == ("Zed", "索引")
    assert tags_of(post(*terms, abbreviations=(Abbreviation("Zed", "Zeroth Editor", HERE),))) == ("Zed", "索引")


def test_a_latin_name_in_passing_comes_behind_a_japanese_one_too():
    terms = (term("Zed", 0.6, count=1), term("索引", 0.4, count=1), term("転置"))
    assert tags_of(post(*terms)) == ("転置", "索引", "Zed")
    assert tags_of(post(*terms, lang="en")) == ("転置", "Zed", "索引")


def test_what_posts_on_anything_name_comes_behind_too():
    terms = (term("URL", 0.6), term("索引", 0.4))
    assert tags_of(post(*terms)) == ("索引", "URL")
    assert tags_of(post(*terms, title="URLの索引")) == ("URL", "索引")


def test_there_are_at_most_six_tags_and_weak_terms_only_fill_up_to_three():
    assert len(tags_of(post(*(term(f"語{n}") for n in range(9))))) == 6
    assert len(tags_of(post(*(term(f"語{n}", 0.001) for n in range(9))))) == 3


def test_a_site_whose_tags_come_back_gets_fewer_new_ones():
    others = [post(term(f"語{n}"), tags=("日記", "旅")) for n in range(9)]
    assert tags_of(post(*(term(f"題{n}", 0.9) for n in range(9))), *others) == ("題0", "題1", "題2")


def test_a_post_without_terms_gets_none():
    assert suggest([post(tags=("GCP",)), post()])[1] == Suggested()
