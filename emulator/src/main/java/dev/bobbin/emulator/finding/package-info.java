/** What is wrong with an item and where: findings, their severity and place. Everything that reads or checks produces them. */
@NullMarked
package dev.bobbin.emulator.finding;

import org.jspecify.annotations.NullMarked;
