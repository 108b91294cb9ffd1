package dev.bobbin.emulator.standin.sql.batch;

import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.List;

/**
 * Types of parameters without regard to the lengths of their values. A driver binds each text, binary and decimal as long
 * as it is; one plan serves them all where their lengths make no difference, as in most statements.
 *
 * @param types with the lengths up to which values are served
 */
record ParameterLengths(List<SqlType> types) {

    private static final int LONGEST_NATIONAL = 4000;
    private static final int LONGEST_BINARY = 8000;
    private static final int LEAST = 16;
    private static final SqlType ANY_DECIMAL = SqlType.decimal(SqlType.MAX_PRECISION, SqlType.MAX_PRECISION / 2);

    /** The types with no lengths: those that differ in lengths only are equal. */
    static List<SqlType> open(List<SqlType> types) {
        return types.stream().map(type -> sized(type, 1)).toList();
    }

    /** Types that serve these values and longer ones, too. */
    static ParameterLengths roomy(List<SqlType> types) {
        return new ParameterLengths(types.stream()
                .map(type -> switch (type.kind()) {
                    case NVARCHAR -> sized(type, room(type.size(), LONGEST_NATIONAL));
                    case VARBINARY -> sized(type, room(type.size(), LONGEST_BINARY));
                    case DECIMAL -> ANY_DECIMAL;
                    default -> type;
                })
                .toList());
    }

    private static int room(int length, int longest) {
        return Math.min(longest, Math.max(LEAST, Integer.highestOneBit(Math.max(1, length - 1)) * 2));
    }

    private static SqlType sized(SqlType type, int length) {
        return switch (type.kind()) {
            case NVARCHAR -> type.size() == SqlType.MAX ? type : SqlType.nvarchar(length);
            case VARBINARY -> type.size() == SqlType.MAX ? type : SqlType.varbinary(length);
            case DECIMAL -> SqlType.decimal(length, 0);
            default -> type;
        };
    }

    /** Whether values of these types are served. */
    boolean serve(List<SqlType> given) {
        for (int i = 0; i < given.size(); i++) {
            if (!serves(types.get(i), given.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean serves(SqlType served, SqlType given) {
        return served.equals(given)
                || served.kind() == given.kind()
                        && switch (given.kind()) {
                            case NVARCHAR, VARBINARY -> given.size() != SqlType.MAX && given.size() <= served.size();
                            case DECIMAL -> served.equals(ANY_DECIMAL);
                            default -> false;
                        };
    }

    /** Whether two types are the same but for how long their texts or binaries may be. */
    static boolean alike(SqlType one, SqlType other) {
        return one.equals(other)
                || one.kind() == other.kind()
                        && (one.isText() || one.is(dev.bobbin.emulator.standin.sql.types.Kind.Family.BINARY))
                        && !one.fixedLength()
                        && one.size() != SqlType.MAX
                        && other.size() != SqlType.MAX;
    }
}
