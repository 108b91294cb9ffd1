/** What a user can tell the bench to do, once, for menus, toolbars and shortcuts. */
@NullMarked
package dev.bobbin.app.command;

import org.jspecify.annotations.NullMarked;
