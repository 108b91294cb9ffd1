package dev.bobbin.emulator.standin.badday;

/** Bad days in the engine {@code embedded}. */
class EmbeddedBadDayTest extends BadDayContract {

    @Override
    String engine() {
        return "embedded";
    }
}
