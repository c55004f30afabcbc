from desktop.unlock.code_check import agrees, groups, places_to_ask

CODE = "7K3MQ-01ABC-Z9Z9Z-PQRST-00000-11111-22222-33333-44444-55555-66666-77777-88888"


def test_two_different_groups_are_asked_in_order():
    for _ in range(50):
        first, second = places_to_ask(CODE)
        assert 1 <= first < second <= 13


def test_not_always_the_same_are_asked():
    assert len({tuple(places_to_ask(CODE)) for _ in range(50)}) > 5


def test_a_group_is_recognised_however_it_is_typed():
    assert groups(CODE)[1] == "01ABC"
    for typed in ("01ABC", " 01abc ", "OIabc", "OLABC"):
        assert agrees(CODE, 2, typed)


def test_another_group_is_not():
    assert not agrees(CODE, 2, "7K3MQ")
    assert not agrees(CODE, 2, "")
