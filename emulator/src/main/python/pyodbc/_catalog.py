"""The catalog functions of a cursor (ODBC, "Catalog functions"; pyodbc 5.3.0, cursor.cpp)."""

from pyodbc import _errors
from pyodbc._results import ResultSet


class CatalogFunctions:
    """Each makes a result set about the database current, and returns the cursor."""

    def tables(self, table=None, catalog=None, schema=None, tableType=None):
        return self._catalog("tables", "SQLTables", name=table, catalog=catalog, schema=schema, type=tableType)

    def columns(self, table=None, catalog=None, schema=None, column=None):
        return self._catalog("columns", "SQLColumns", name=table, catalog=catalog, schema=schema, column=column)

    def primaryKeys(self, table, catalog=None, schema=None):
        return self._catalog("primaryKeys", "SQLPrimaryKeys", name=table, catalog=catalog, schema=schema)

    def foreignKeys(
        self, table=None, catalog=None, schema=None, foreignTable=None, foreignCatalog=None, foreignSchema=None
    ):
        return self._catalog(
            "foreignKeys", "SQLForeignKeys", name=table, catalog=catalog, schema=schema,
            foreignName=foreignTable, foreignCatalog=foreignCatalog, foreignSchema=foreignSchema,
        )

    def statistics(self, table, catalog=None, schema=None, unique=False, quick=True):
        return self._catalog(
            "statistics", "SQLStatistics", name=table, catalog=catalog, schema=schema, unique=bool(unique)
        )

    def rowIdColumns(self, table, catalog=None, schema=None, nullable=True):
        return self._catalog("rowIdColumns", "SQLSpecialColumns", name=table, catalog=catalog, schema=schema)

    def rowVerColumns(self, table, catalog=None, schema=None, nullable=True):
        return self._catalog("rowVerColumns", "SQLSpecialColumns", name=table, catalog=catalog, schema=schema)

    def procedures(self, procedure=None, catalog=None, schema=None):
        return self._catalog("procedures", "SQLProcedures", name=procedure, catalog=catalog, schema=schema)

    def procedureColumns(self, procedure=None, catalog=None, schema=None):
        return self._catalog("procedureColumns", "SQLProcedureColumns", name=procedure, catalog=catalog, schema=schema)

    def getTypeInfo(self, sqlType=None):
        return self._catalog("typeInfo", "SQLGetTypeInfo", type=None if sqlType is None else str(int(sqlType)))

    def _catalog(self, what, function, **arguments):
        self._check()
        for value in arguments.values():
            if value is not None and not isinstance(value, (str, bool)):
                raise TypeError(f"argument must be str or None, not {type(value).__name__}")
        self._free()
        self.messages = []
        self._set = ResultSet(self._connection, self._connection._call("catalog", {"what": what, **arguments}, function))
        return self


def unsupported(what):
    """The error for what the stand-in leaves out."""
    return _errors.NotSupportedError("0A000", f"{what} is not supported yet by Bobbin's stand-in.")
