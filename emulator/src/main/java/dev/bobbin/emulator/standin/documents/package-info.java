/** Cosmos DB accounts: databases, containers and documents in a SQLite file, and the calls that reach them. */
@NullMarked
package dev.bobbin.emulator.standin.documents;

import org.jspecify.annotations.NullMarked;
