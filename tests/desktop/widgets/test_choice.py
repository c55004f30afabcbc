from typing import Any

from pytestqt.qtbot import QtBot

from desktop.widgets.choice import Choice


def test_values_and_words(show: Any):
    choice = show(Choice("Country"), 200, 40)
    choice.offer([(None, "All"), ("BY", "Belarus"), ("KG", "Kyrgyzstan")])
    assert choice.value is None
    choice.choose("KG")
    assert choice.value == "KG"
    assert choice.currentText() == "Kyrgyzstan"
    assert choice.accessibleName() == "Country"


def test_a_new_list_keeps_the_choice_where_it_can(show: Any):
    choice = show(Choice("Country"), 200, 40)
    choice.offer([("BY", "Belarus"), ("KG", "Kyrgyzstan")])
    choice.choose("KG")
    choice.offer([("KG", "Kyrgyzstan"), ("TN", "Tunisia")])
    assert choice.value == "KG"
    choice.offer([("TN", "Tunisia")])
    assert choice.value == "TN"


def test_only_the_user_makes_it_tell(show: Any, qtbot: QtBot):
    choice = show(Choice("Country"), 200, 40)
    choice.offer([("BY", "Belarus"), ("KG", "Kyrgyzstan")])
    with qtbot.assertNotEmitted(choice.picked):
        choice.choose("KG")
    with qtbot.waitSignal(choice.picked) as told:
        choice.activated.emit(1)
    assert told.args == ["KG"]
