"""Entry of the child process: ``python -m models.sandbox models.part.module:function``."""

import sys

from models.sandbox.child import main

main(sys.argv[1])
