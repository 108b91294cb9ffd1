/** Runs batches: control of flow, variables, transactions, definitions and changes. */
@NullMarked
package dev.bobbin.emulator.standin.sql.batch;

import org.jspecify.annotations.NullMarked;
