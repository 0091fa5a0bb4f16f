"""Which of a site's definitions a term gets."""

from jpkit.definition_index import index_definitions, look_up
from jpkit.extraction.model import Definition, PostResult


def definition(term: str, text: str, score: float, lang: str = "ja", *aliases: str) -> Definition:
    return Definition(term, term, text, lang, 1, 1, score, aliases)


def post(path: str, *definitions: Definition) -> PostResult:
    return PostResult(path, "ja", path, definitions=definitions)


def test_the_surest_definition_of_a_site_is_shown_and_of_equals_the_first():
    first = definition("クラスター", "クラスターは、計算機の集まりです。", 0.9)
    second = definition("クラスター", "クラスターは、機械の集まりです。", 0.9)
    weak = definition("クラスター", "クラスターは便利な集まりです。", 0.6)
    index = index_definitions([post("a.md", weak), post("b.md", first), post("c.md", second)])
    assert look_up(index, ["クラスター"]) == {"ja": (first, "b.md")}


def test_a_definition_is_found_by_singular_and_plural_by_long_vowels_and_by_every_name():
    container = definition("container", "A container is a running process.", 0.9, "en")
    interface = definition("ユーザーインターフェース", "ユーザーインターフェースは、画面です。", 0.8)
    delivery = definition("継続的デリバリー", "継続的デリバリー(CD)は、一連の実践です。", 0.9, "ja", "CD")
    index = index_definitions([post("a.md", container, interface, delivery)])
    assert [
        look_up(index, ["Containers"]),
        look_up(index, ["ユーザインタフェース"]),
        look_up(index, ["CD"]),
        look_up(index, ["継続的デプロイメント", "CD"]),
        look_up(index, ["継続的デリバリー", "container", "CD"]),
        look_up(index, ["荷台"]),
    ] == [
        {"en": (container, "a.md")},
        {"ja": (interface, "a.md")},
        {"ja": (delivery, "a.md")},
        {"ja": (delivery, "a.md")},
        {"ja": (delivery, "a.md"), "en": (container, "a.md")},
        {},
    ]


def test_a_sentence_about_a_name_itself_is_surer_than_one_that_gives_it_in_brackets():
    long = definition("継続的インテグレーション", "継続的インテグレーション(CI)とは、統合です。", 0.8, "ja", "CI")
    own = definition("CI", "CIとは、変更をこまめに統合することです。", 0.75)
    index = index_definitions([post("a.md", long), post("b.md", own)])
    assert look_up(index, ["CI"]) == {"ja": (own, "b.md")}
    assert look_up(index, ["継続的インテグレーション"]) == {"ja": (long, "a.md")}
