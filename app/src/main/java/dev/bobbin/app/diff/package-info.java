/** What has changed in data, as a list with details: since a run began, or since a snapshot was taken. */
@NullMarked
package dev.bobbin.app.diff;

import org.jspecify.annotations.NullMarked;
