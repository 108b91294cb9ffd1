import fabric.functions as fn

udf = fn.UserDataFunctions()


class Helpers:
	@staticmethod
	def double(n):
		return n * 2


@udf.connection("Lake", "lake")
@udf.function()
def tabbed(lake: fn.FabricLakehouseClient, n: int) -> int:
	if n:
		for i in range(n):
			n += i
	return Helpers.double(n)
