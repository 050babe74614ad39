"""Write the programme's tables and figures into docs/customer-success anew. Needs no database."""

import sys
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "docs" / "customer-success"


def main() -> None:
    sys.path.insert(0, str(FOLDER.parents[1]))
    from tenure.documents.rendering import written
    from tenure.programme.loading import read_programme

    programme = read_programme()
    for path in sorted(FOLDER.glob("*.md")):
        before = path.read_text(encoding="utf-8")
        after = written(before, programme)
        if after != before:
            path.write_text(after, encoding="utf-8")
            print(f"{path.name} written anew")


if __name__ == "__main__":
    main()
