package dev.bobbin.emulator.standin.sql.types;

import java.util.Locale;

/** The system types, from the highest to the lowest precedence (Transact-SQL reference, "Data type precedence"). */
public enum Kind {
    SQL_VARIANT(Family.VARIANT),
    DATETIMEOFFSET(Family.DATE_TIME),
    DATETIME2(Family.DATE_TIME),
    DATETIME(Family.DATE_TIME),
    SMALLDATETIME(Family.DATE_TIME),
    DATE(Family.DATE_TIME),
    TIME(Family.DATE_TIME),
    FLOAT(Family.APPROXIMATE),
    REAL(Family.APPROXIMATE),
    DECIMAL(Family.DECIMAL),
    MONEY(Family.DECIMAL),
    SMALLMONEY(Family.DECIMAL),
    BIGINT(Family.INTEGER),
    INT(Family.INTEGER),
    SMALLINT(Family.INTEGER),
    TINYINT(Family.INTEGER),
    BIT(Family.INTEGER),
    UNIQUEIDENTIFIER(Family.GUID),
    NVARCHAR(Family.TEXT),
    NCHAR(Family.TEXT),
    VARCHAR(Family.TEXT),
    CHAR(Family.TEXT),
    VARBINARY(Family.BINARY),
    BINARY(Family.BINARY),
    /** The type of a bare NULL: any type takes it. */
    NULL(Family.NULL),
    /** The type of a condition: no column and no variable has it. */
    BOOLEAN(Family.BOOLEAN);

    /** Types that behave alike. */
    public enum Family {
        VARIANT,
        DATE_TIME,
        APPROXIMATE,
        DECIMAL,
        INTEGER,
        GUID,
        TEXT,
        BINARY,
        NULL,
        BOOLEAN
    }

    private final Family family;

    Kind(Family family) {
        this.family = family;
    }

    public Family family() {
        return family;
    }

    public boolean precedes(Kind other) {
        return ordinal() < other.ordinal();
    }

    /** As SQL Server writes it. */
    public String sqlName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As SQL Server's error messages call it: decimals are {@code numeric} there. */
    public String messageName() {
        return this == DECIMAL ? "numeric" : sqlName();
    }
}
