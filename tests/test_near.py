import pytest

from jpkit.near import nearest


@pytest.mark.parametrize(
    ("name", "near"), [("exract", "extract"), ("lint", "lint"), ("schemas", "schema"), ("build", None), ("", None)]
)
def test_the_nearest_name_is_the_one_most_like_it_or_none(name, near):
    assert nearest(name, ("extract", "lint", "schema")) == near
