from PySide6.QtWidgets import QApplication

from desktop.navigation import Navigation
from models.values.country import Country


def heard(navigation: Navigation) -> list[tuple[str, object]]:
    told: list[tuple[str, object]] = []
    navigation.area_wanted.connect(lambda key: told.append(("area", key)))
    navigation.case_wanted.connect(lambda case_id: told.append(("case", case_id)))
    navigation.complaint_wanted.connect(lambda country: told.append(("complaint", country)))
    navigation.letter_wanted.connect(lambda case_id: told.append(("letter", case_id)))
    return told


def test_a_wish_names_the_area_first(app: QApplication):
    navigation = Navigation()
    told = heard(navigation)
    navigation.show_case(12)
    navigation.prepare_complaint(Country("BY"))
    navigation.prepare_letter(12)
    assert told == [
        ("area", "cases"),
        ("case", 12),
        ("area", "complaints"),
        ("complaint", Country("BY")),
        ("area", "letters"),
        ("letter", 12),
    ]
