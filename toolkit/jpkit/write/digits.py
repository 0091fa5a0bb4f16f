"""Numbers as text: a site has a hundred places for every line number, and to look one up takes a third of the time."""


class _Digits(dict[int, str]):
    """The text of a number; each is made once."""

    def __missing__(self, number: int) -> str:
        text = self[number] = str(number)
        return text


DIGITS = _Digits()
