@udf.context(argName="invocation")
@udf.function()
def whoAmI(invocation: fn.UserDataFunctionContext) -> str:
    """Tells who calls."""
    user = invocation.executing_user
    return f"{user['PreferredUsername']} calls ({invocation.invocation_id})"
