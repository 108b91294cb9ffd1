/** What leaves this machine on purpose: a run as a page to show, and a bundle that lets another Bobbin reproduce it. */
@NullMarked
package dev.bobbin.emulator.share;

import org.jspecify.annotations.NullMarked;
