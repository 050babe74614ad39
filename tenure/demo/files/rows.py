from collections.abc import Iterator, Sequence

type Rows = Iterator[Sequence[object]]
