/** Which Bobbin this is, and under which licences it and its parts are. */
@NullMarked
package dev.bobbin.app.about;

import org.jspecify.annotations.NullMarked;
