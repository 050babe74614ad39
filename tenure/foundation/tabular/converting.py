"""What all converters of columns share.

A converter takes the column's texts and answers them in PostgreSQL's COPY notation (None is null)
and the problems by place. The usual case, in which nothing is wrong, runs without a Python loop.
"""

from collections.abc import Callable, Sequence

type Problems = dict[int, str]
type Converter = Callable[[Sequence[str]], tuple[list[str | None], Problems]]


def one_by_one(
    read: Callable[[str], str], texts: Sequence[str]
) -> tuple[list[str | None], Problems]:
    """Convert each text by itself; an empty one is null, a ValueError's words are its problem."""
    answers: list[str | None] = []
    problems: Problems = {}
    for place, raw in enumerate(texts):
        text = raw.strip()
        try:
            answers.append(read(text) if text else None)
        except ValueError as error:
            answers.append(None)
            problems[place] = str(error)
    return answers, problems


def clip(text: str) -> str:
    """Enough of a value to recognise it, readable whatever it is."""
    text = text.encode("utf-8", "replace").decode().replace("\x00", "?")
    return text if len(text) <= 40 else text[:39] + "…"
