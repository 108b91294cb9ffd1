/** Running a function many times: with edge inputs made from its types, or once a row of a CSV file. */
@NullMarked
package dev.bobbin.app.batch;

import org.jspecify.annotations.NullMarked;
