"""Names that no table has, of which one is the first part."""

import pytest

from jpkit.document import Block, Mark
from jpkit.extraction.catalogue import catalogue
from jpkit.extraction.service_members import head_of_family
from jpkit.extraction.services import find_services, summarize
from jpkit.markdown import read_document
from jpkit.post import read_post
from jpkit.source import decode


def found(text: str) -> list[tuple[str, str]]:
    return [(mention.surface, mention.key) for mention in find_services([Block("paragraph", text, ())])]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Octoherd CLIで移行", "Octoherd CLI"),
        ("Twitter V2 APIを使う", "Twitter V2 API"),
        ("Sleipnir Workbenchでも見た", "Sleipnir Workbench"),
        ("GooglePlay Terminalの画面", "Google Play Terminal"),
    ],
)
def test_a_part_that_many_families_have_belongs_to_the_name(text: str, name: str) -> None:
    assert catalogue().names(name) == (), "a row of its own would answer for the rule"
    assert [key for _, key in found(text)] == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ThinkPad Qwertzを買った", "ThinkPad Qwertz"),
        ("Likebook Qwertz 3で読む", "Likebook Qwertz 3"),
        ("Likebook Qwertz 7.8", "Likebook Qwertz"),
    ],
)
def test_a_capitalised_word_behind_a_device_is_its_model(text: str, name: str) -> None:
    assert found(text) == [(name, name)]


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Likebook Appsの一覧", "Likebook"),
        ("Likebook 16GB", "Likebook"),
        ("Likebook IO0の端子", "Likebook"),
        ("Likebook Matters to me", "Likebook"),
        ("Why Likebook Matters", "Likebook"),
        ("Likebook Qwertzケース", "Likebook"),
        ("JavaScript APIの話", "JavaScript"),
        ("Redux Storeの話", "Redux"),
        ("Octoherd Context APIの話", "Octoherd"),
        ("Linux OSの話", "Linux"),
        ("Octoherd UI Kitの話", "Octoherd"),
        ("Windows10 Proの設定", "Windows10"),
    ],
)
def test_a_common_noun_behind_a_name_is_no_part_of_it(text: str, surface: str) -> None:
    assert [one for one, _ in found(text)] == [surface]


def test_a_program_for_another_is_named_whole() -> None:
    assert found("Octoherd for Safariと、the best Octoherd for Safari") == [
        ("Octoherd for Safari", "Octoherd for Safari"),
        ("Octoherd", "Octoherd"),
        ("Safari", "Safari"),
    ]
    assert found("Octoherd for Safari users") == [("Octoherd", "Octoherd"), ("Safari", "Safari")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("QwertzTab for Safariを入れた", "QwertzTab for Safari"),
        ("道具はYuiop QwertzSpeed for Macだ", "Yuiop QwertzSpeed for Mac"),
        ("A Fine QwertzTab for Safari", "Safari"),
        ("the QwertzTab for Safari", "Safari"),
        ("QwertzTab for Safari users", "Safari"),
        ("Qwertz for Safari", "Safari"),
        ("QWERTZ for Safari", "Safari"),
    ],
)
def test_a_coined_name_for_a_platform_is_one_name(text: str, name: str) -> None:
    assert [surface for surface, _ in found(text)] == [name]


@pytest.mark.parametrize(
    ("label", "target", "name"),
    [
        ("Octoherd Static Analyzer", "https://analyzer.example/", "Octoherd Static Analyzer"),
        ("Octoherd Static Analyzer", "https://example.com/docs/analyzer", "Octoherd"),
        ("Octoherd Documentation", "https://octoherd.example/", "Octoherd"),
        ("Octoherd Static analyzer", "https://analyzer.example/", "Octoherd"),
        ("JavaScript Static Analyzer", "https://analyzer.example/", "JavaScript"),
        ("Octoherd AMD64", "https://octoherd.example/", "Octoherd"),
    ],
)
def test_a_link_to_a_page_of_its_own_may_be_a_member(label: str, target: str, name: str) -> None:
    block = Block("paragraph", f"次は{label}です。", (), (Mark("link", 2, 2 + len(label), target),))
    assert [mention.surface for mention in find_services([block])] == [name]


def test_a_member_is_of_the_kind_and_the_vendor_of_the_head_of_its_family() -> None:
    post = read_post(decode("post.md", b"Sleipnir Workbench\n"))
    blocks = read_document(post.source, post.body).blocks
    (service,) = summarize(post.source, blocks, find_services(blocks))
    head = catalogue().lookup("Sleipnir")[0]
    assert (service.name, service.kind, service.vendor) == ("Sleipnir Workbench", head.kind, head.vendor)


def test_a_name_without_a_known_beginning_has_no_head() -> None:
    assert head_of_family(catalogue(), "Qwertzuiop Mobile App") is None
