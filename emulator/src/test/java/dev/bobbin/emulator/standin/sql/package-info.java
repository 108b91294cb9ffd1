/** Tests of the T-SQL stand-in through its public face, on real SQLite files. */
@org.jspecify.annotations.NullMarked
package dev.bobbin.emulator.standin.sql;
