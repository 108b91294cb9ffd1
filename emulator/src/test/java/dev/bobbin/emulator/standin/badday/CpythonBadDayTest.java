package dev.bobbin.emulator.standin.badday;

/** Bad days in the engine {@code cpython}. */
class CpythonBadDayTest extends BadDayContract {

    @Override
    String engine() {
        return "cpython";
    }
}
