/** Documents of accounts, and events that were published. */
@NullMarked
package dev.bobbin.app.data.documents;

import org.jspecify.annotations.NullMarked;
