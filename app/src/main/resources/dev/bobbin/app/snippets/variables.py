@udf.connection(argName="settings", alias="MyVariables")
@udf.function()
def settingNames(settings: fn.FabricVariablesClient) -> list:
    """Lists the variables of a variable library."""
    return sorted(settings.getVariables())
