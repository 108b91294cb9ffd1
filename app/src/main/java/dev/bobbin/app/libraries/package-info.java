/** Library management: the item's public and private libraries, and which engine has them. */
@NullMarked
package dev.bobbin.app.libraries;

import org.jspecify.annotations.NullMarked;
