"""What jpkit has written comes back as it was, and two states that git has merged as either."""

from jpkit.bilingual.edits import Written
from jpkit.bilingual.state import digest_of, read_state, state_text, together, written

CSV = written("1a", {"cat": {"ja": "猫", "en": "cat", "reading": ""}, "dog": {"ja": "犬"}})
JSON = written("2b", {"cat": {"ja": "猫", "en": "cat"}})
STATE = {"glossary.csv": CSV, "glossary.json": JSON, "glossary.md": written("3c", {})}


def test_a_state_reads_back_and_says_once_what_files_share():
    text = state_text(STATE)
    assert read_state(text.encode()) == STATE
    assert text.split("\n")[1:] == [
        '{"file": "glossary.csv", "digests": ["1a"]}',
        '{"file": "glossary.json", "digests": ["2b"]}',
        '{"file": "glossary.md", "digests": ["3c"]}',
        '{"id": "cat", "in": ["glossary.csv", "glossary.json"], "ja": "猫", "en": "cat"}',
        '{"id": "dog", "in": ["glossary.csv"], "ja": "犬"}',
        "",
    ]


def test_two_states_of_a_file_are_either():
    later = written("9f", {"cat": {"ja": "猫", "en": "kitty"}})
    either = together(CSV, later)
    cat = ({"ja": "猫", "en": "cat"}, {"ja": "猫", "en": "kitty"})
    assert either == Written(("9f", "1a"), {"cat": cat, "dog": ({"ja": "犬"},)}, whole=False)
    assert read_state(state_text({"glossary.csv": either}).encode()) == {"glossary.csv": either}


def test_the_markers_of_a_merge_are_no_part_of_it():
    later = written("1a", {"cat": {"ja": "猫", "en": "kitty"}})
    one, other = (state_text({"glossary.csv": state}) for state in (CSV, later))
    merged = f"<<<<<<< ours\n{one}=======\r\n{other}>>>>>>> theirs\n"
    assert read_state(merged.encode()) == {"glossary.csv": together(CSV, later)}


def test_what_is_no_state_is_none():
    for data in (b"\xff", b"{", b"[]", b"3", b'{"file": "a"}', b'{"id": "a", "in": 3}', b'{"id": []}'):
        assert read_state(data) is None
    assert read_state(b"") == {}


def test_line_ends_and_a_byte_order_mark_are_no_part_of_a_digest():
    assert digest_of(b"\xef\xbb\xbfa\r\nb\r\n") == digest_of(b"a\nb\n") != digest_of(b"a\nb")
