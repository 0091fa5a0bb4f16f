"""What a site says of each of its terms."""

from jpkit.bilingual.seen import Seen, seen_in
from jpkit.extraction.model import Definition, Link, Pair, Place, PostResult, Term

HERE = Place(1, 1, 1, 3)


def term(name: str, score: float, *places: tuple[int, int]) -> Term:
    """A term with places on line 1, by first and last column."""
    return Term(name, None, score, len(places), tuple(Place(1, first, 1, end) for first, end in places), name)


def test_counts_and_pages_add_up_and_the_best_score_stays():
    posts = [
        PostResult("a.md", "ja", "索引の話", terms=(term("索引", 0.2, (1, 3)),)),
        PostResult("b.md", "ja", "別の話", terms=(term("索引", 0.6, (1, 3), (5, 7)),)),
    ]
    assert seen_in(posts) == {"索引": Seen(times=3, pages=2, score=0.6, titled=True)}


def test_a_part_of_longer_terms_is_inside_as_often_as_it_stands_in_them():
    post = PostResult("a.md", "ja", "", terms=(term("最小二乗法", 0.5, (1, 6)), term("最小", 0.1, (1, 3), (9, 11))))
    assert {key: one.inside for key, one in seen_in([post]).items()} == {"最小二乗法": 0.0, "最小": 0.5}


def test_links_definitions_and_pairs_of_any_post_count():
    posts = [
        PostResult("a.md", "ja", "", terms=(term("冪等性", 0.1, (1, 4)),)),
        PostResult(
            "b.md",
            "ja",
            "",
            links=(Link("冪等性", "/idempotency", 1, 1),),
            definitions=(Definition("冪等性", "冪等性", "冪等性とは、…である。", "ja", 1, 1, 0.9),),
            pairs=(Pair("冪等性", "idempotency", HERE, 0.9),),
        ),
    ]
    assert seen_in(posts)["冪等性"] == Seen(score=0.1, linked=True, defined=True, explained=True)
