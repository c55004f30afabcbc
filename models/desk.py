"""The front door of what needs no vault; it assembles and does nothing itself."""

from models.crypto.passphrases import Strength, Verdict, entropy_bits, strength
from models.crypto.passphrases import generate as generate_passphrase
from models.documents.preview import PagePicture, page_picture
from models.law.library import follow_up, principles, ratifications, topics
from models.sandbox import kill_children

__all__ = [
    "PagePicture",
    "Strength",
    "Verdict",
    "entropy_bits",
    "follow_up",
    "generate_passphrase",
    "kill_children",
    "page_picture",
    "principles",
    "ratifications",
    "strength",
    "topics",
]
