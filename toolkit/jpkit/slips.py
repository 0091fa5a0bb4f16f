"""One slip of the fingers: what near-misses of keys and names are told by."""


def one_slip(one: str, other: str) -> bool:
    """Whether one letter was left out, added, changed, or swapped with the next (Damerau 1964); not: none."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    same = 0
    while same < min(len(one), len(other)) and one[same] == other[same]:
        same += 1
    rest, further = one[same:], other[same:]
    return (
        rest[1:] == further[1:]
        or rest[1:] == further
        or rest == further[1:]
        or (rest[:2] == further[1::-1] and rest[2:] == further[2:])
    )
