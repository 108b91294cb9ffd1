import fabric.functions as udf

app = udf.FabricApp()


@app.fabric_item_input(argName="db", alias="Sales")
@app.user_data_function_context_input(argName="who")
@app.function("oldStyle")
def oldStyle(db: udf.FabricSqlConnection, who: udf.UserDataFunctionContext, name: str) -> str:
    return f"old {name} {who.invocation_id}"
