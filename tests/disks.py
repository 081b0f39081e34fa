"""Disks as they should not be: one that is full, one that cannot be written."""

import os
import subprocess
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def disk(where: Path, kilobytes: int) -> Generator[None]:
    """Mount a disk of a size on a folder, as root can."""
    if os.geteuid() != 0:
        pytest.skip("mounts a disk, as root can")
    where.mkdir(exist_ok=True)
    size = ("-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(where))
    if subprocess.run(["mount", *size], check=False, capture_output=True).returncode:
        pytest.skip("no disk can be mounted here")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(where)], check=True)


@contextmanager
def written_no_more(folder: Path) -> Generator[None]:
    """Let nothing in a folder be written for the block.

    For root, whom no mode stops, the folder is mounted on itself to be read.
    """
    if os.geteuid() == 0:
        binding = ["mount", "--bind", str(folder), str(folder)]
        if subprocess.run(binding, check=False, capture_output=True).returncode:
            pytest.skip("no folder can be mounted here")
        try:
            only_read = ["mount", "-o", "remount,ro,bind", str(folder)]
            subprocess.run(only_read, check=True)
            yield
        finally:
            subprocess.run(["umount", "-l", str(folder)], check=True)
        return
    modes = {each: each.stat().st_mode for each in (folder, *folder.iterdir())}
    for each in modes:
        each.chmod(0o500 if each.is_dir() else 0o400)
    try:
        yield
    finally:
        for each, mode in modes.items():
            each.chmod(mode)
