import click

from tenure.project.command_line.application import application, refusing


@click.command("metrics")
@click.option(
    "--months", type=click.IntRange(1, 120), default=24, help="So many months up to this one."
)
@refusing
def command(months: int) -> None:
    """Reckon the metrics of past periods: weeks, months, quarters and years.

    \b
    tenure metrics               24 months, with the weeks, quarters and years of their end
    tenure metrics --months 6

    Done again it comes to the same. Every night those that run are reckoned by themselves.
    """  # fmt: skip
    with application():
        from django.utils import timezone

        from tenure.insights.periods import Period
        from tenure.insights.reckoning import DEFAULT, reckon
        from tenure.insights.words import PeriodType

        def said(period: Period, customers: int) -> None:
            click.echo(f"{period.code:<11} {customers:>9,} customers")

        counts = DEFAULT | {PeriodType.MONTHLY: months}
        reckon(timezone.now(), counts, said)
