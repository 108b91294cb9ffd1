package dev.bobbin.emulator.check;

/** The documents rules come from, as findings name them. */
final class Sources {

    static final String MODEL = "Programming model for Python, \"User data functions SDK\"";
    static final String INPUT_TYPES = "Programming model for Python, \"Supported input types\"";
    static final String OUTPUT_TYPES = "Programming model for Python, \"Supported output types\"";
    static final String CONNECTIONS = "Programming model for Python, \"Data connections to Fabric data sources\"";
    static final String LIMITS = "User data functions, service limits and considerations";
    static final String RUNTIME = "Overview of user data functions, \"What is Fabric User data functions?\"";
    static final String SDK_METADATA = "fabric-user-data-functions 1.0, metadata generation";
    static final String SDK_BINDING = "fabric-user-data-functions 1.0, binding of requests";
    static final String SDK_DECORATORS = "fabric-user-data-functions 1.0, decorators of UserDataFunctions";
    static final String SDK_RESULTS = "fabric-user-data-functions 1.0, encoding of results";
    static final String PARTS = "User data function definition, \"Definition parts\"";
    static final String SCRIPT = "User data function definition, \"PythonScript\"";
    static final String DATA_SOURCES = "User data function definition, \"ConnectedDataSourceObject\"";
    static final String AUDIENCES = "User data function definition, \"GenericConnectionType (enum)\"";
    static final String FUNCTIONS = "User data function definition, \"FunctionObject\"";
    static final String METADATA = "User data function definition, \"FunctionsMetadata\"";
    static final String PUBLIC_LIBRARIES = "User data function definition, \"PublicLibraryObject\"";
    static final String PRIVATE_LIBRARIES = "User data function definition, \"PrivateLibraryObject\"";
    static final String PLATFORM = "Schema gitIntegration/platformProperties";
    static final String ODBC_PARAMETERS = "pyodbc, \"Parameters\"";
    static final String ODBC_TRANSACTIONS = "pyodbc, \"Transactions\"";
    static final String PYTHON_NAMES = "Python reference, \"Naming and binding\"";
    static final String WHEELS = "Python packaging, \"Binary distribution format\"";

    private Sources() {}
}
