/** What a database holds: tables, views, procedures and schemas, kept in a table of the SQLite file. */
@NullMarked
package dev.bobbin.emulator.standin.sql.catalog;

import org.jspecify.annotations.NullMarked;
