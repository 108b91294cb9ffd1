package dev.bobbin.emulator.standin.sql.functions;

import dev.bobbin.emulator.standin.sql.functions.FunctionDefinition.Body;
import dev.bobbin.emulator.standin.sql.functions.FunctionDefinition.Parameter;
import dev.bobbin.emulator.standin.sql.functions.FunctionDefinition.ResultType;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table of functions: to add one, add a line to the class of its family. */
public final class FunctionTable {

    private static final FunctionTable ALL = new FunctionTable();

    private final Map<String, FunctionDefinition> byName = new HashMap<>();

    private FunctionTable() {
        Operators.addTo(this);
        TextFunctions.addTo(this);
        CharacterFunctions.addTo(this);
        BitFunctions.addTo(this);
        MathFunctions.addTo(this);
        DateFunctions.addTo(this);
        DateMakers.addTo(this);
        ZoneFunctions.addTo(this);
        JsonFunctions.addTo(this);
        JsonDocument.addTo(this);
        XmlDocument.addTo(this);
        RegularExpressions.addTo(this);
        BinaryFunctions.addTo(this);
        SystemFunctions.addTo(this);
    }

    /** The function a call names; null when there is none. Names that start with {@code $} are the stand-in's own. */
    public static @Nullable FunctionDefinition find(String name) {
        return ALL.byName.get(name.toUpperCase(Locale.ROOT));
    }

    /** One of the stand-in's own, which is always there. */
    public static FunctionDefinition own(String name) {
        FunctionDefinition definition = find(name);
        if (definition == null) {
            throw new IllegalArgumentException(name);
        }
        return definition;
    }

    static ResultType always(SqlType type) {
        return arguments -> type;
    }

    /** The type of the first argument. */
    static SqlType first(List<SqlType> arguments) {
        return arguments.getFirst();
    }

    /** Text as long as may be: without a limit when the first argument has none. */
    static SqlType text(List<SqlType> arguments) {
        boolean national = arguments.stream().anyMatch(SqlType::isNational);
        if (arguments.getFirst().isText() && arguments.getFirst().size() == SqlType.MAX) {
            return national ? SqlType.NVARCHAR_MAX : SqlType.VARCHAR_MAX;
        }
        return national ? SqlType.nvarchar(4000) : SqlType.varchar(8000);
    }

    Entry function(String name, Parameter... parameters) {
        return new Entry(name, List.of(parameters));
    }

    /** A line of the table. */
    final class Entry {

        private final String name;
        private final List<Parameter> parameters;
        private int least;
        private int most;
        private boolean takesNull;
        private boolean stable = true;

        private Entry(String name, List<Parameter> parameters) {
            this.name = name;
            this.parameters = parameters;
            this.least = parameters.size();
            this.most = parameters.size();
        }

        Entry from(int fewest) {
            least = fewest;
            return this;
        }

        Entry upTo(int largest) {
            most = largest;
            return this;
        }

        Entry takesNull() {
            takesNull = true;
            return this;
        }

        Entry volatileResult() {
            stable = false;
            return this;
        }

        void gives(SqlType type, Body body) {
            gives(always(type), body);
        }

        void gives(ResultType type, Body body) {
            byName.put(
                    name.toUpperCase(Locale.ROOT),
                    new FunctionDefinition(name, parameters, least, most, type, takesNull, stable, body));
        }
    }

    static String string(@Nullable Object[] values, int index) {
        return String.valueOf(values[index]);
    }

    static long number(@Nullable Object[] values, int index) {
        return values[index] instanceof Number number ? number.longValue() : 0;
    }

    static boolean anyNull(@Nullable Object[] values) {
        return Arrays.stream(values).anyMatch(java.util.Objects::isNull);
    }
}
