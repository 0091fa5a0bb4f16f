"""Related posts: what they share, and that the cost does not grow with pairs of posts."""

from jpkit.extraction.model import PostResult, Related, Service, Term
from jpkit.extraction.related import related_posts


def term(name: str, score: float = 0.5) -> Term:
    return Term(name, None, score, 1, (), name.casefold())


def service(name: str, *surfaces: str) -> Service:
    return Service(name, surfaces or (name,), None, "saas", "active", None, None, None, 4, ())


def post(path: str, *names: Term | Service, lang: str = "ja") -> PostResult:
    return PostResult(
        path,
        lang,
        path,
        terms=tuple(name for name in names if isinstance(name, Term)),
        services=tuple(name for name in names if isinstance(name, Service)),
    )


def test_posts_that_share_terms_and_services_name_each_other_and_what_they_share():
    posts = [
        post("a", term("機械学習"), service("BigQuery")),
        post("b", term("機械学習"), service("BigQuery")),
        post("c", term("登山")),
    ]
    shared = ("機械学習", "BigQuery")
    assert related_posts(posts) == [(Related("b", 1.0, shared),), (Related("a", 1.0, shared),), ()]


def test_a_post_in_another_language_is_never_related():
    assert related_posts([post("a", term("GKE")), post("a.en", term("GKE"), lang="en")]) == [(), ()]


def test_a_word_of_nearly_every_post_relates_none():
    assert related_posts([post(f"{n}", term("ブログ"), term(f"固有{n}")) for n in range(30)]) == [()] * 30


def test_a_service_and_the_term_of_its_name_count_once():
    posts = [post(path, term("GCS"), service("Google Cloud Storage", "GCS")) for path in "ab"]
    assert [related[0].shared for related in related_posts(posts)] == [("Google Cloud Storage",)] * 2


def test_the_most_alike_come_first_and_no_more_than_five():
    posts = [
        post("0", term("x"), term("y")),
        *(post(str(n), term("x"), *([term("y")] if n == 7 else [])) for n in range(1, 9)),
    ]
    posts += [post(f"other{n}", term(f"z{n}")) for n in range(40)]
    nearest = related_posts(posts)[0]
    assert (len(nearest), nearest[0].path) == (5, "7")


def test_a_weak_term_relates_posts_as_well():
    posts = [post(path, term(path))._replace(others=(("登山", "登山", 0.01),)) for path in "ab"]
    posts += [post(f"{n}", term(f"固有{n}")) for n in range(9)]
    assert [related[0].shared for related in related_posts(posts)[:2]] == [("登山",), ("登山",)]


def test_a_translation_is_not_related_whatever_language_its_text_was_taken_for():
    one, other = (post(path, term("GKE"))._replace(translation="content/post/a") for path in "ab")
    assert related_posts([one, other]) == [(), ()]
    assert related_posts([one, other._replace(translation="content/post/b")]) != [(), ()]


def test_a_copy_of_the_page_is_not_related():
    one, copy = (post(path, term("GKE"))._replace(title="移行の記録") for path in "ab")
    assert related_posts([one, copy]) == [(), ()]
    series = [one._replace(terms=(*one.terms, *(term(f"{one.path}{n}") for n in range(3)))) for one in (one, copy)]
    assert [related[0].path for related in related_posts(series)] == ["b", "a"]


def test_the_order_of_posts_does_not_matter():
    posts = [post(str(n), *(term(f"語{m}", 0.1 + m / 20) for m in range(n % 4, 9, 2))) for n in range(12)]
    found = {one.path: related for one, related in zip(posts, related_posts(posts), strict=True)}
    posts.reverse()
    assert {one.path: related for one, related in zip(posts, related_posts(posts), strict=True)} == found


def test_no_posts_give_no_relations():
    assert related_posts([]) == []
