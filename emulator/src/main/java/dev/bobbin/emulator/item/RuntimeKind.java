package dev.bobbin.emulator.item;

/** Runtime of an item. Source: item definition, "RunTime (enum)"; DOTNET is named by the published schema only. */
public enum RuntimeKind {
    NOTASSIGNED,
    DOTNET,
    PYTHON
}
