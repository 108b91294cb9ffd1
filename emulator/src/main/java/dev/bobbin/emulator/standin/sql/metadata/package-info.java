/** What ODBC's catalog functions tell about a stand-in: tables, columns, keys, indexes, procedures, types. */
@NullMarked
package dev.bobbin.emulator.standin.sql.metadata;

import org.jspecify.annotations.NullMarked;
