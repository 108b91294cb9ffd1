/** Running a function: its states, trust and progress. */
@NullMarked
package dev.bobbin.app.run;

import org.jspecify.annotations.NullMarked;
