"""`python -m tenure` and `tenure` are the same command."""


def main() -> None:
    from tenure.project.command_line import tenure

    tenure(prog_name="tenure")


if __name__ == "__main__":
    main()
