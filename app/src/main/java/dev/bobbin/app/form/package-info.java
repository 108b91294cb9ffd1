/** The Test panel's form, made from a function's parameters. */
@NullMarked
package dev.bobbin.app.form;

import org.jspecify.annotations.NullMarked;
