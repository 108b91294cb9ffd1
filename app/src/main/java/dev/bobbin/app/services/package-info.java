/** What the view models need of the emulator and the disk, put behind their ports. */
@NullMarked
package dev.bobbin.app.services;

import org.jspecify.annotations.NullMarked;
