import pytest


class Phrases:
    """Deals always the same words."""

    def draw(self, _language: str) -> str:
        return "anchor lemon quiet window otter paper"

    def judge(self, passphrase: str) -> tuple[bool, str]:
        return len(passphrase) > 9, "Judged."


@pytest.fixture
def phrases() -> Phrases:
    return Phrases()
