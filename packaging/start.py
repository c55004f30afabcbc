"""Where the installed program begins; its sealed children are the same executable."""

import sys

if sys.argv[1:2] == ["--sandbox-task"]:
    from models.sandbox import child

    child.main(sys.argv[2])

from desktop.__main__ import main

sys.exit(main())
