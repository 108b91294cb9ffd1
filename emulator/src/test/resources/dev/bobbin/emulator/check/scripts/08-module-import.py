import fabric.functions

app = fabric.functions.UserDataFunctions()


@app.context(argName="who")
@app.function()
def getContext(who: fabric.functions.UserDataFunctionContext) -> str:
    return f"Hello oid = {who.executing_user['Oid']}, InvocationId = {who.invocation_id}"
