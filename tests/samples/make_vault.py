"""Makes the sample vault of the present schema: ``python tests/samples/make_vault.py``.

Run once for every released schema, before the next migration is written; what it made is then kept
as it is. The people are made up.
"""

import io
import shutil
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))

from models.casebook import Casebook  # noqa: E402
from models.crypto.kdf import Argon2id  # noqa: E402
from models.store.migrating import Migrations  # noqa: E402
from models.views.cases import NewNote  # noqa: E402
from tests.conftest import Maker  # noqa: E402

PASSPHRASE = "a sample of every schema"


def make() -> Path:
    """Make the sample beside this file and return its folder, which is named after the schema."""
    build = HERE / "new.habeas"
    cheap = Argon2id(passes=1, memory_kib=8, cheap=True)
    casebook, _ = Casebook.create(build, PASSPHRASE, worker="A. Sample", kdf=cheap)
    with casebook:
        fill(casebook)
    (build / "lock").unlink(missing_ok=True)
    (build / "record.db-journal").unlink(missing_ok=True)
    kept = HERE / f"vault-{Migrations().head}"
    shutil.rmtree(kept, ignore_errors=True)
    return build.rename(kept)


def fill(casebook: Casebook) -> None:
    """Put two cases of made-up people into ``casebook``, with a source and a sealed file."""
    make = Maker(casebook)
    source = make.source("A made-up item")
    union = make.union()
    for name in ("Anna Example", "Пётр Примеров"):
        case = make.case(name, proof=make.proof(source))
        make.detention(case, proof=make.proof(source), place="Minsk")
        make.membership(make.person(f"{name} junior"), union)
        casebook.notes.add_note(case, NewNote(text="A made-up note."))
    casebook.sources.attach(source, io.BytesIO(b"A made-up verdict."), "verdict.txt", "text/plain")


if __name__ == "__main__":
    sys.stdout.write(f"{make()}\n")
