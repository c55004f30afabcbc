"""Where the installed program begins; its children are the same executable."""

import sys

if sys.argv[1:2] == ["--sandbox-task"]:
    from models.sandbox import child

    child.main(sys.argv[2])

if sys.argv[1:2] == ["--keyring"]:
    from models.store import keyring_child

    keyring_child.main()
    sys.exit()

from desktop.__main__ import main

sys.exit(main())
