"""Every error that Habeas raises on purpose; its message is one sentence a worker can act on.

::

    HabeasError
    ├── VaultError              the encrypted vault cannot be used as asked
    │   ├── WrongPassphraseError
    │   ├── MistypedCodeError   a recovery code that cannot be right
    │   ├── NotAVaultError      missing, empty, plaintext or somebody else's file
    │   ├── NewerVaultError     written by a newer Habeas
    │   ├── DamagedVaultError   it is ours, and bytes in it are broken
    │   ├── VaultInUseError     another Habeas holds it
    │   ├── LostDiskError       its disk failed or was pulled out
    │   └── BrokenSealError     sealed bytes were changed, or sealed for another key
    ├── RecordError             the case record cannot take or give this
    │   ├── UnknownRecordError  nothing of that kind has this id
    │   └── InvalidValueError   a value has problems; nothing was changed
    ├── SandboxError            the sealed child process gave no answer
    │   ├── SandboxRefusedError the task could not read its input
    │   ├── SandboxLimitError   the task took too much time or memory
    │   └── SandboxCancelledError  the caller wanted no answer any more
    └── DocumentError           a document cannot be made as asked
        └── ConsentError        somebody in it has not agreed to leave the office

An error of ours never quotes case words that the worker did not just type. Anything that is not a
:class:`HabeasError` is our own fault and is shown without values.
"""


class HabeasError(Exception):
    """A failure with a sentence for the worker; ``str(error)`` is that sentence."""


class VaultError(HabeasError):
    """The encrypted vault cannot be used as asked."""


class WrongPassphraseError(VaultError):
    """No key slot of the vault opens with what was typed."""


class MistypedCodeError(VaultError):
    """What was typed cannot be a recovery code; the message says where to look."""


class NotAVaultError(VaultError):
    """What was named is missing, empty, not encrypted, or not a vault of ours."""


class NewerVaultError(VaultError):
    """The vault was written by a newer Habeas than this one."""


class DamagedVaultError(VaultError):
    """The vault is ours and its key is right, yet bytes in it are broken."""


class VaultInUseError(VaultError):
    """Another Habeas holds the vault."""


class LostDiskError(VaultError):
    """The vault's disk failed or was pulled out; nothing was saved."""


class BrokenSealError(VaultError):
    """Sealed bytes were changed, moved, or sealed for another key; nobody can tell which."""


class RecordError(HabeasError):
    """The case record cannot take or give what was asked."""


class UnknownRecordError(RecordError):
    """Nothing of the kind asked for has that id or reference."""


class InvalidValueError(RecordError):
    """A value has problems and nothing was changed; the message names the first of them."""


class SandboxError(HabeasError):
    """The sealed child process gave no answer."""


class SandboxRefusedError(SandboxError):
    """The task in the sealed child could not read its input."""


class SandboxLimitError(SandboxError):
    """The task in the sealed child took more time or memory than it may."""


class SandboxCancelledError(SandboxError):
    """The caller did not want the answer of the sealed child any more."""


class DocumentError(HabeasError):
    """A document cannot be made as asked."""


class ConsentError(DocumentError):
    """A person who would be named has not agreed to it, and no basis was recorded."""
