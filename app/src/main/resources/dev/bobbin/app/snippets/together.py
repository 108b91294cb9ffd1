import asyncio

@udf.function()
async def squares(numbers: list) -> list:
    """Works on several values at the same time.

    Args:
        numbers: The values, such as [1, 2, 3].
    """
    async def square(number):
        await asyncio.sleep(0.1)
        return number * number

    return await asyncio.gather(*(square(number) for number in numbers))
