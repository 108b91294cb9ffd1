/** What the service promises: profiles (limits, HTTP mapping, rules), error names, the response envelope. */
@NullMarked
package dev.bobbin.emulator.service;

import org.jspecify.annotations.NullMarked;
