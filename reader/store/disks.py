"""What the disk under a library can do, and what stands in the way of its file."""

import errno
import fcntl
import mmap
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryFile
from typing import Final

_REMOTE: Final = ("nfs", "cifs", "smb", "fuse.sshfs", "9p", "afs", "ceph", "glusterfs")
"""File systems on which another machine may write too."""
_NO_SHARED_MEMORY: Final = "SQLITE_IOERR_SHM"
"""How the names of the errors begin that SQLite has where a file's memory cannot be
shared by programs: over sshfs and other file systems that keep no pages."""

_FAILING: Final = (
    *(errno.EIO, errno.ESTALE, errno.ENOTCONN, errno.ETIMEDOUT, errno.ENODEV),
    *(errno.EHOSTDOWN, errno.EHOSTUNREACH),
)
"""What a disk says that fails, or is out of reach."""

_LITTLE_ROOM: Final = 1 << 16
"""Bytes: its -shm file has half of them."""


def is_remote(path: Path) -> bool:
    """Whether the file lies on the disk of another machine, as far as Linux tells."""
    try:
        mounts = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    where = str(path.absolute())
    rows = (row.split(" ", 3) for row in mounts.splitlines())
    holding = [
        (len(row[1]), row[2])
        for row in rows
        if len(row) > 2 and f"{where}/".startswith(f"{row[1].rstrip('/')}/")
    ]
    return bool(holding) and max(holding)[1].startswith(_REMOTE)


def lacks_shared_memory(error: sqlite3.Error) -> bool:
    """Whether it was raised because the -shm file of WAL can be had by nobody."""
    name = getattr(error, "sqlite_errorname", "")
    return bool(name.startswith(_NO_SHARED_MEMORY))


def is_full(folder: Path) -> bool:
    """Whether there is no room even for what SQLite puts beside a file to read it.

    Its error would tell no more than that the file's memory cannot be shared.
    """
    disk = os.statvfs(folder)
    return disk.f_bavail * disk.f_frsize < _LITTLE_ROOM


def fails(error: OSError) -> bool:
    """Whether it was raised by a disk that fails, or is out of reach."""
    return error.errno in _FAILING


def leave_wal(path: Path) -> None:
    """Have the file go over to a journal that needs no shared memory.

    It may have been written elsewhere, in WAL mode: who is alone with it from the
    beginning does without the -shm file (https://sqlite.org/wal.html#noshm).
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute("PRAGMA locking_mode = EXCLUSIVE")
        conn.execute("PRAGMA journal_mode = DELETE").fetchone()
    path.with_name(f"{path.name}-shm").unlink(missing_ok=True)


def shares_memory(folder: Path) -> bool:
    """Whether a file in a folder can be memory that programs share."""
    try:
        with TemporaryFile(dir=folder) as file:
            file.truncate(mmap.PAGESIZE)
            with mmap.mmap(file.fileno(), mmap.PAGESIZE):
                return True
    except OSError as error:
        # A disk without room is another matter, and said where something is written.
        return error.errno not in (errno.ENODEV, errno.EINVAL)


def has_locks(folder: Path) -> bool:
    """Whether files in a folder can be locked; SQLite says “busy” where they cannot."""
    try:
        with TemporaryFile(dir=folder) as file:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in (errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP)
    return True


def hindrance(path: Path) -> OSError:
    """Why a file may not be read and written: its disk is out of reach, or its mode.

    To open it would tell, but to close it again would drop this process's locks on it.
    """
    try:
        path.stat()
        next(path.parent.iterdir(), None)
    except OSError as error:
        return error
    return PermissionError(errno.EACCES, os.strerror(errno.EACCES))
