/** Tables and views of databases: their rows, queries and imports. */
@NullMarked
package dev.bobbin.app.data.sql;

import org.jspecify.annotations.NullMarked;
