/** What every page of the data browser is made of: the place it shows, its jobs, and the edits that can be taken back. */
@NullMarked
package dev.bobbin.app.data.page;

import org.jspecify.annotations.NullMarked;
