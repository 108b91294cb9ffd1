/** Two texts side by side: what another program wrote, what two runs said. */
@NullMarked
package dev.bobbin.app.compare;

import org.jspecify.annotations.NullMarked;
