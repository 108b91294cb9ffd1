/** Statements with the answers SQL Server's documentation gives, as readable files by family. */
@org.jspecify.annotations.NullMarked
package dev.bobbin.emulator.standin.sql.answers;
