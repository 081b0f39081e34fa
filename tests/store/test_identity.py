from datetime import UTC, datetime, timedelta
from uuid import RFC_4122, UUID

from reader.store.identity import now, uuid7


def test_ids_sort_by_time_and_within_a_millisecond_by_turn() -> None:
    moment = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)
    made = [uuid7(moment) for _ in range(200)]
    made.append(uuid7(moment + timedelta(milliseconds=1)))
    assert made == sorted(set(made))
    for each in map(UUID, made):
        assert (each.version, each.variant) == (7, RFC_4122)


def test_an_id_holds_its_moment() -> None:
    moment = now()
    assert UUID(uuid7(moment)).int >> 80 == int(moment.timestamp() * 1000)
