"""Products under former names."""

import re

from jpkit.linting.rules._brands import brands


def test_every_former_name_begins_with_a_capitalised_word_by_which_a_page_is_asked_for_it() -> None:
    assert [old for old in brands().successors if not re.match("[A-Z][A-Za-z0-9]*(?: |$)", old)] == []
