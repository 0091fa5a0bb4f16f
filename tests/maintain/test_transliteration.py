"""The model of katakana that the package ships is the one that the vocabulary teaches."""

from jpkit.bilingual.transliteration import model
from maintain.transliteration import OUT, learn, pairs, text_of


def test_few_pairs_teach_what_they_have_in_common():
    learnt = learn([("サーバー", "server"), ("サーカス", "circus"), ("サービス", "service"), ("カバー", "cover")] * 3)
    cheapest = {beat: min(row, key=row.get) for beat, row in learnt.costs.items()}
    assert (cheapest["サー"], cheapest["バー$"], cheapest["カ"]) == ("ser", "ver", "co")


def test_the_shipped_file_holds_the_model_to_a_tenth():
    shipped = model()
    text = OUT.read_text(encoding="utf-8")
    for line in text.split("\n")[1:-1]:
        assert shipped.costs[line.partition("\t")[0]]
    assert text_of(shipped) == text
    assert len(pairs()) > 2_000
