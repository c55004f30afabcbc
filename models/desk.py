"""The front door of what needs no vault; it assembles and does nothing itself."""

from models.documents.preview import PagePicture, page_picture
from models.law.library import follow_up, principles, ratifications, topics
from models.sandbox import kill_children

__all__ = [
    "PagePicture",
    "follow_up",
    "kill_children",
    "page_picture",
    "principles",
    "ratifications",
    "topics",
]
