"""All trees asked at once say what each of them says when it is walked."""

from hypothesis import given
from hypothesis import strategies as st

from reader.cleaning.learned.forest import Forest, Tree

FEATURES = ("words", "score", "near")
VALUES = st.integers(-5, 5)
LEAVES = st.integers(-300, 300)
TREES = st.recursive(
    LEAVES,
    lambda tree: st.tuples(st.integers(0, 2), VALUES, tree, tree),
    max_leaves=12,
)
LINES = st.lists(st.tuples(VALUES, VALUES, VALUES), max_size=6)


def walked(tree: Tree, line: tuple[int, ...]) -> int:
    while not isinstance(tree, int):
        feature, edge, lower, upper = tree
        tree = lower if line[feature] <= edge else upper
    return tree


@given(st.lists(TREES, max_size=5), LINES)
def test_the_sum_is_that_of_the_leaves_where_the_walks_end(
    trees: list[Tree], lines: list[tuple[int, int, int]]
) -> None:
    found = {name: [line[at] for line in lines] for at, name in enumerate(FEATURES)}
    sums = [sum(walked(tree, line) for tree in trees) for line in lines]
    assert Forest(trees, FEATURES).sums(found) == sums


def test_a_forest_without_trees_says_nothing() -> None:
    found: dict[str, list[int]] = {name: [1, 2] for name in FEATURES}
    assert Forest((), FEATURES).sums(found) == [0, 0]
