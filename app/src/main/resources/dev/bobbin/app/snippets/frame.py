import pandas as pd

@udf.function()
def totals(rows: pd.DataFrame, groupBy: str, amount: str) -> list:
    """Adds up a column of a table for each value of another one.

    Args:
        rows: The table.
        groupBy: Name of the column whose values make the groups.
        amount: Name of the column to add up.
    """
    sums = rows.groupby(groupBy)[amount].sum().reset_index()
    return sums.to_dict("records")
