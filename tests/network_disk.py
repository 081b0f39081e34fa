"""A disk of another machine, as far as a program can tell: `network_disk(folder)`.

A FUSE file system in nothing but Python, which speaks with the kernel by /dev/fuse
itself (include/uapi/linux/fuse.h, protocol 7.31) and passes everything on to a folder.
It has no memory that programs share, its locks can be wanting, and it can go away.
"""

import ctypes
import errno
import os
import stat
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

_HEAD, _ANSWER = struct.Struct("<IIQQIIII"), struct.Struct("<IiQ")
_ENTRY, _OPENED, _LOCK = struct.Struct("<QQQQII"), struct.Struct("<QII"), 32
_SETATTR = struct.Struct("<IIQQQQQQIIIIIIII")
_DIRECT, _POSIX_LOCKS = 1, 2
_MODE, _SIZE, _HANDLE = 1, 8, 64
_BUFFER = 1 << 18
_MOST = 1 << 17
_SILENT = frozenset({2, 36, 42})
"""FORGET, INTERRUPT, BATCH_FORGET: nobody waits for an answer."""
_HEALTHY = frozenset({1, 3, 18, 26, 29, 38})
"""LOOKUP, GETATTR, RELEASE, INIT, RELEASEDIR, DESTROY are done whatever is out of
order: what was known of a disk is still known when it is gone."""


@dataclass(frozen=True)
class Disk:
    """One that is mounted."""

    folder: Path
    _fault: Path

    def breaks(self, name: str) -> None:
        """From now on every reading and writing ends with this error: `EIO`."""
        self._fault.write_text(name, encoding="ascii")

    def comes_back(self) -> None:
        """It is well again."""
        self._fault.unlink()


@contextmanager
def network_disk(
    where: Path, kind: str = "fuse.sshfs", *, has_locks: bool = True
) -> Generator[Disk]:
    """Mount one on a folder, as root can where the kernel has FUSE.

    Args:
        where: Is made; what is written goes into a folder beside it.
        kind: The name of the file system, as /proc/self/mounts will show it.
        has_locks: Whether files can be locked; else that ends with ENOLCK.
    """
    if os.geteuid() != 0 or not Path("/dev/fuse").exists():
        pytest.skip("mounts a disk of another machine, as root can by /dev/fuse")
    behind, fault = where.with_name("behind"), where.with_name("fault")
    where.mkdir()
    behind.mkdir()
    command = [sys.executable, __file__, str(where), str(behind), str(fault), kind]
    server = subprocess.Popen([*command, "locks" if has_locks else "none"])
    try:
        while server.poll() is None and not os.path.ismount(where):
            time.sleep(0.01)
        if server.poll() is not None:
            pytest.skip("no FUSE file system can be mounted here")
        yield Disk(where, fault)
    finally:
        subprocess.run(["umount", "-l", str(where)], check=False, capture_output=True)
        server.kill()
        server.wait()


class Server:
    """Answers the kernel, one question after the other."""

    def __init__(self, device: int, behind: str, fault: str, *, has_locks: bool):
        self._device, self._fault, self._has_locks = device, fault, has_locks
        self._paths = {1: behind}
        self._nodes = {behind: 1}
        self._answers: dict[int, Callable[[int, bytes], bytes]] = {
            1: lambda node, said: self._entry(self._under(node, said)),
            3: self._stat,
            4: self._set, 9: self._make_folder, 10: self._unlink, 11: self._unlink,
            12: lambda node, said: self._rename(node, said, 8),
            45: lambda node, said: self._rename(node, said, 16),
            14: self._open, 15: self._read, 16: self._write, 17: self._room,
            18: self._release, 20: self._sync, 25: lambda *_: b"", 26: self._init,
            27: lambda *_: _OPENED.pack(0, 0, 0), 28: self._list, 29: lambda *_: b"",
            30: lambda *_: b"", 32: self._lock, 33: self._lock, 34: lambda *_: b"",
            35: self._create, 38: lambda *_: b"",
        }  # fmt: skip

    def serve(self) -> None:
        """Go on until the disk is taken away."""
        while True:
            try:
                question = os.read(self._device, _BUFFER)
            except OSError as error:
                if error.errno == errno.ENODEV:
                    return
                continue
            _, opcode, unique, node, *_ = _HEAD.unpack_from(question)
            if opcode in _SILENT:
                continue
            wrong, answer = 0, b""
            try:
                self._be_out_of_order(opcode)
                found = self._answers.get(opcode)
                if found is None:
                    raise OSError(errno.ENOSYS, "")
                answer = found(node, question[_HEAD.size :])
            except OSError as error:
                wrong = error.errno or errno.EIO
            head = _ANSWER.pack(_ANSWER.size + len(answer), -wrong, unique)
            try:
                os.write(self._device, head + answer)
            except OSError:  # Who had asked was ended.
                continue

    def _be_out_of_order(self, opcode: int) -> None:
        if opcode in _HEALTHY:
            return
        try:
            name = Path(self._fault).read_text(encoding="ascii")
        except OSError:
            return
        raise OSError(getattr(errno, name), "")

    def _init(self, _node: int, _said: bytes) -> bytes:
        flags = 0 if self._has_locks else _POSIX_LOCKS
        return struct.pack(
            "<IIIIHHIIHH32x", 7, 31, 0, flags, 12, 9, _MOST, 1, _MOST >> 12, 0
        )

    def _under(self, node: int, said: bytes) -> str:
        return f"{self._paths[node]}/{os.fsdecode(said.partition(bytes(1))[0])}"

    def _entry(self, path: str) -> bytes:
        attributes = self._attributes(path)
        node = self._nodes.setdefault(path, max(self._paths) + 1)
        self._paths[node] = path
        return _ENTRY.pack(node, 0, 0, 0, 0, 0) + attributes

    def _stat(self, node: int, said: bytes) -> bytes:
        by_handle, _, handle = struct.unpack_from("<IIQ", said)
        return self._attr_out(handle if by_handle else self._paths[node])

    def _attributes(self, path: str | int) -> bytes:
        of = os.fstat(path) if isinstance(path, int) else os.lstat(path)
        times = int(of.st_atime), int(of.st_mtime), int(of.st_ctime)
        return struct.pack(
            "<QQQQQQIIIIIIIIII", of.st_ino, of.st_size, of.st_blocks, *times, 0, 0, 0,
            of.st_mode, of.st_nlink, of.st_uid, of.st_gid, 0, 4096, 0,
        )  # fmt: skip

    def _attr_out(self, path: str | int) -> bytes:
        return struct.pack("<QII", 0, 0, 0) + self._attributes(path)

    def _set(self, node: int, said: bytes) -> bytes:
        valid, _, handle, size, *_, mode, _, _, _, _ = _SETATTR.unpack_from(said)
        of = handle if valid & _HANDLE else self._paths[node]
        if valid & _SIZE:
            os.truncate(of, size)
        if valid & _MODE:
            os.chmod(of, stat.S_IMODE(mode))  # noqa: PTH101 - It may be a handle.
        return self._attr_out(of)

    def _make_folder(self, node: int, said: bytes) -> bytes:
        path = self._under(node, said[8:])
        Path(path).mkdir(struct.unpack_from("<I", said)[0])
        return self._entry(path)

    def _unlink(self, node: int, said: bytes) -> bytes:
        path = Path(self._under(node, said))
        if path.is_dir():
            path.rmdir()
        else:
            path.unlink()
        self._nodes.pop(str(path), None)
        return b""

    def _rename(self, node: int, said: bytes, size: int) -> bytes:
        (to,) = struct.unpack_from("<Q", said)
        old, new, _ = said[size:].split(bytes(1), 2)
        before, after = self._under(node, old), self._under(to, new)
        Path(before).replace(after)
        moved = self._nodes.pop(before, None)
        if moved is not None:
            self._nodes[after], self._paths[moved] = moved, after
        return b""

    def _open(self, node: int, said: bytes) -> bytes:
        (flags,) = struct.unpack_from("<I", said)
        opened = os.open(self._paths[node], flags & ~os.O_NOFOLLOW)
        return _OPENED.pack(opened, _DIRECT, 0)

    def _create(self, node: int, said: bytes) -> bytes:
        flags, mode = struct.unpack_from("<II", said)
        path = self._under(node, said[16:])
        opened = os.open(path, flags | os.O_CREAT, mode)
        return self._entry(path) + _OPENED.pack(opened, _DIRECT, 0)

    def _read(self, _node: int, said: bytes) -> bytes:
        handle, offset, size = struct.unpack_from("<QQI", said)
        return os.pread(handle, size, offset)

    def _write(self, _node: int, said: bytes) -> bytes:
        handle, offset, size = struct.unpack_from("<QQI", said)
        done = os.pwrite(handle, said[40 : 40 + size], offset)
        return struct.pack("<II", done, 0)

    def _sync(self, _node: int, said: bytes) -> bytes:
        os.fsync(struct.unpack_from("<Q", said)[0])
        return b""

    def _release(self, _node: int, said: bytes) -> bytes:
        os.close(struct.unpack_from("<Q", said)[0])
        return b""

    def _room(self, node: int, _said: bytes) -> bytes:
        of = os.statvfs(self._paths[node])
        return struct.pack(
            "<QQQQQIIII24x", of.f_blocks, of.f_bfree, of.f_bavail, of.f_files,
            of.f_ffree, of.f_bsize, of.f_namemax, of.f_frsize, 0,
        )  # fmt: skip

    def _list(self, node: int, said: bytes) -> bytes:
        _, offset, size = struct.unpack_from("<QQI", said)
        whole = b""
        names = [
            ".",
            "..",
            *sorted(each.name for each in Path(self._paths[node]).iterdir()),
        ]
        for number, name in enumerate(names[offset:], offset + 1):
            data = os.fsencode(name)
            row = struct.pack("<QQII", number, number, len(data), 0) + data
            row += bytes(-len(row) % 8)
            if len(whole) + len(row) > size:
                break
            whole += row
        return whole

    def _lock(self, _node: int, _said: bytes) -> bytes:
        raise OSError(errno.ENOLCK, "")


def main(where: str, behind: str, fault: str, kind: str, locks: str) -> None:
    """Mount the disk and serve it."""
    device = os.open("/dev/fuse", os.O_RDWR)
    options = f"fd={device},rootmode=40000,user_id=0,group_id=0,allow_other"
    words = [word.encode() for word in ("other:/disk", where, kind, options)]
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.mount(words[0], words[1], words[2], 0, words[3]):
        sys.exit(f"not mounted: {os.strerror(ctypes.get_errno())}")
    Server(device, behind, fault, has_locks=locks == "locks").serve()


if __name__ == "__main__":
    main(*sys.argv[1:])
