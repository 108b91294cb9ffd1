/** Key vaults: secrets and their versions in a JSON file, and the calls that reach them. */
@NullMarked
package dev.bobbin.emulator.standin.secrets;

import org.jspecify.annotations.NullMarked;
