/** The query language of Cosmos DB for NoSQL: read into a syntax tree, evaluated over JSON documents. */
@NullMarked
package dev.bobbin.emulator.standin.documents.query;

import org.jspecify.annotations.NullMarked;
