"""Suggestions for empty fields: the site's own words first."""

from jpkit.extraction.model import PostResult, Service, Suggested, Summary, Term
from jpkit.extraction.suggest import site_vocabulary, suggest


def term(name: str, score: float) -> Term:
    return Term(name, None, score, 1, (), name.casefold())


def post(*terms: Term, **fields: object) -> PostResult:
    return PostResult("a.md", "ja", "題", terms=terms, **fields)  # type: ignore[arg-type]


def test_the_vocabulary_is_each_tag_in_its_most_frequent_spelling():
    posts = [post(tags=("GCP", "機械学習")), post(tags=("gcp",)), post(tags=("GCP",))]
    assert site_vocabulary(posts) == {"ja": {"gcp": "GCP", "機械学習": "機械学習"}}


def test_the_sites_tags_come_first_in_the_sites_spelling():
    one = post(term("新しい語", 0.9), term("bigquery", 0.1), summary=Summary("要約。"))
    assert suggest(one, {"bigquery": "BigQuery"}) == Suggested(
        tags=("BigQuery", "新しい語"), keywords=("新しい語", "bigquery"), summary="要約。"
    )


def test_a_service_is_suggested_under_its_canonical_name():
    gcs = Service("Google Cloud Storage", ("GCS",), "Google", "cloud-service", "active", None, None, None, 1, ())
    assert suggest(post(term("GCS", 0.5), services=(gcs,)), {}).tags == ("Google Cloud Storage",)


def test_a_frequent_service_is_a_tag_even_where_no_term_says_so():
    slack = Service("Slack", ("Slack",), None, "saas", "active", None, None, None, 5, ())
    assert suggest(post(services=(slack,)), {}).tags == ("Slack",)


def test_there_are_at_most_six_tags_and_weak_terms_only_fill_up_to_three():
    assert len(suggest(post(*(term(f"語{n}", 0.5) for n in range(9))), {}).tags) == 6
    assert len(suggest(post(*(term(f"語{n}", 0.001) for n in range(9))), {}).tags) == 3


def test_a_post_without_terms_gets_none():
    assert suggest(post(), {"gcp": "GCP"}) == Suggested()
