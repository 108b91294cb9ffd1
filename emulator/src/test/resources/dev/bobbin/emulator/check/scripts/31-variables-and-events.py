import logging

import fabric.functions as fn

udf = fn.UserDataFunctions()


@udf.connection(alias="Settings", argName="settings")
@udf.connection(alias="Alerts", argName="alerts")
@udf.function()
def alert(settings: fn.FabricVariablesClient, alerts: fn.FabricBusinessEventsClient, level: int, message: str) -> str:
    values = settings.getVariables()
    threshold = int(values.get("threshold", "3"))
    if level < threshold:
        logging.warning(f"below {threshold}: {message}")
        return "ignored"
    alerts.PublishEvent(type="Alert", event_data={"level": level, "message": message}, data_version="V1")
    return "sent"
