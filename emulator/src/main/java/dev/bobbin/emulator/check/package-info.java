/** Rules that say before publishing what the service would refuse. */
@NullMarked
package dev.bobbin.emulator.check;

import org.jspecify.annotations.NullMarked;
