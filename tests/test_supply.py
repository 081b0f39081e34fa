"""What the program rests on is named with exact versions."""

import re
import tomllib
from itertools import chain
from pathlib import Path

_ROOT = Path(__file__).parents[1]
_PIN = re.compile(r"([A-Za-z0-9._-]+)==[0-9][A-Za-z0-9.+!]*(?: ;.*)?")
_NAME = re.compile(r"[A-Za-z0-9._-]+")


def _pinned() -> set[str]:
    lines = (_ROOT / "tests/constraints.txt").read_text(encoding="utf-8").splitlines()
    wanted = [line for line in lines if line.strip() and not line.startswith("#")]
    found = [_PIN.fullmatch(line.partition(" #")[0].strip()) for line in wanted]
    assert [line for line, pin in zip(wanted, found, strict=True) if not pin] == []
    return {_key(pin[1]) for pin in found if pin}


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_all_that_is_asked_for_has_one_version_in_the_constraints() -> None:
    project = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = project["project"]["optional-dependencies"]
    # What the weights were made with is neither shipped nor run by the tests.
    del extras["train"]
    asked = [*project["project"]["dependencies"], *chain(*extras.values())]
    names = {_key(_NAME.match(each)[0]) for each in asked}  # type: ignore[index]
    assert names - _pinned() - {_key(project["project"]["name"])} == set()
