package dev.bobbin.emulator.python;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.emulator.python.WorkerChild.Exchange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WorkerLogTest {

    @TempDir
    Path folder;

    @Test
    void showsLevelsFromInformationUpwards() throws IOException {
        assertThat(logsOf("""
                import logging
                logging.debug("d")
                logging.getLogger("shop").info("%s of %d", "i", 2)
                logging.warning("w")
                logging.error("e")
                logging.critical("c")
                """)).containsExactly("INFO i of 2", "WARNING w", "ERROR e", "CRITICAL c");
    }

    /** A filter that lets everything pass wants to see the record, which is not made else. */
    @Test
    void saysTheSameWhetherOrNotSomebodySeesTheRecord() throws IOException {
        List<String> all = logsOf("""
                import logging
                def say():
                    logging.info("%s of %d", "i", 2)
                    logging.info("100 %")
                    logging.info("%(a)s", {"a": 1})
                    logging.info({"a": 1})
                    logging.info("no %d", "number")
                    logging.log(35, "between")
                    logging.getLogger("a.b").error("named")
                    try:
                        1 / 0
                    except ZeroDivisionError:
                        logging.exception("broken")
                say()
                logging.getLogger().handlers[0].addFilter(lambda record: True)
                say()
                """);
        assertThat(all).hasSize(16).startsWith("INFO i of 2", "INFO 100 %", "INFO 1", "INFO {'a': 1}");
        assertThat(all.get(4)).startsWith("ERROR A log message could not be written: ");
        assertThat(all.subList(5, 7)).containsExactly("WARNING between", "ERROR named");
        assertThat(all.get(7)).startsWith("ERROR broken\nTraceback").endsWith("ZeroDivisionError: division by zero");
        assertThat(all.subList(8, 16)).isEqualTo(all.subList(0, 8));
    }

    @Test
    void showsRecordsToHandlersFiltersAndFormatsOfTheCode() throws IOException {
        assertThat(logsOf("""
                import logging
                class Keep(logging.Handler):
                    def emit(self, record):
                        print(record.funcName, record.name, record.getMessage())
                shop = logging.getLogger("shop")
                shop.addHandler(Keep())
                def buy():
                    shop.info("tea")
                buy()
                root = logging.getLogger()
                root.addFilter(lambda record: record.getMessage() != "secret")
                logging.info("secret")
                root.handlers[0].setFormatter(logging.Formatter("%(funcName)s: %(message)s"))
                def sell():
                    logging.info("milk")
                sell()
                root.handlers[0].setLevel(logging.ERROR)
                logging.warning("below")
                shop.propagate = False
                shop.error("alone")
                """))
                .containsExactly("PRINT buy shop tea", "INFO tea", "INFO sell: milk", "PRINT speak shop alone");
    }

    @Test
    void keepsTheOrderOfPrintsAndLogs() throws IOException {
        assertThat(logsOf("""
                import logging, sys
                print("one", 1)
                logging.info("two")
                sys.stderr.write("three\\nfour\\n")
                sys.stdout.buffer.write("fünf\\n".encode())
                """)).containsExactly("PRINT one 1", "INFO two", "PRINT three", "PRINT four", "PRINT fünf");
    }

    @Test
    void joinsAndFinallyFlushesUnfinishedLines() throws IOException {
        assertThat(logsOf("""
                print("a", end="")
                print("b")
                print("no end", end="")
                """)).containsExactly("PRINT ab", "PRINT no end");
    }

    @Test
    void keepsTheBeginningOfLinesThatNobodyReads() throws IOException {
        String kept = "x".repeat(1_000_000) + "… (2,000,001 more characters are left out)";
        assertThat(logsOf("""
                import logging
                print("x" * 3_000_001)
                logging.info("x" * 3_000_001)
                for _ in range(10):
                    print("y" * 100_000, end="")
                """)).containsExactly("PRINT " + kept, "INFO " + kept, "PRINT " + "y".repeat(1_000_000));
    }

    @Test
    void whatCannotBeWrittenIsToldWithItsPlace() throws IOException {
        assertThat(logsOf("""
                import logging
                logging.exception("boom")
                logging.info("total", 3)
                """))
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo("ERROR boom\nNoneType: None"),
                        second -> assertThat(second)
                                .startsWith("ERROR A log message could not be written: not all arguments converted")
                                .contains("'total'", "(3,)", "function_app.py:"));
    }

    @Test
    void catchesWhatBypassesTheStreamsOfPython() throws IOException {
        assertThat(logsOf("""
                import os, subprocess, sys
                os.write(1, b"straight\\n")
                subprocess.run([sys.executable, "-c", "print('from a child')"], check=True)
                os.write(2, b"unfinished")
                """)).containsExactly("PRINT straight", "PRINT from a child", "PRINT unfinished");
    }

    @Test
    void survivesClosedStreams() throws IOException {
        assertThat(logsOf("""
                import os, sys
                sys.stdout.close()
                os.close(1)
                os.close(2)
                """)).isEmpty();
    }

    @Test
    void givesNoInput() throws IOException {
        String source = """
                @udf.function()
                def ask() -> str:
                    return input("name? ")
                """;
        try (WorkerChild child = WorkerChild.with(folder, source)) {
            Exchange asked = child.call("ask", "{}");
            assertThat(asked.property("error_type")).hasToString("\"EOFError\"");
            assertThat(child.call("ask", "{}").status()).isEqualTo("Failed");
        }
    }

    @Test
    void tellsTwoRunsApartWithTheThreadsTheyStart() throws IOException {
        String source = """
                import logging, threading
                both = threading.Barrier(4)

                @udf.function()
                def talk(name: str) -> str:
                    def say(text):
                        both.wait()
                        logging.info("%s %s", name, text)
                        print(name, text)
                    helper = threading.Thread(target=say, args=("helper",))
                    helper.start()
                    say("main")
                    helper.join()
                    return name
                """;
        try (WorkerChild child = WorkerChild.with(folder, source)) {
            int first = child.begin("talk", "{\"name\": \"first\"}", "[]");
            int second = child.begin("talk", "{\"name\": \"second\"}", "[]");
            List<JsonNode> all = new ArrayList<>();
            all.addAll(child.until("result").messages());
            all.addAll(child.until("result").messages());

            Exchange both = new Exchange(all);
            assertThat(both.logs(first))
                    .containsExactlyInAnyOrder(
                            "INFO first main", "INFO first helper", "PRINT first main", "PRINT first helper");
            assertThat(both.logs(second))
                    .containsExactlyInAnyOrder(
                            "INFO second main", "INFO second helper", "PRINT second main", "PRINT second helper");
        }
    }

    private List<String> logsOf(String body) throws IOException {
        String source = "@udf.function()\ndef speak() -> str:\n" + body.indent(4);
        try (WorkerChild child = WorkerChild.with(folder, source)) {
            Exchange exchange = child.call("speak", "{}");
            assertThat(exchange.status()).isEqualTo("Succeeded");
            assertThat(exchange.output()).isEqualTo("null");
            return exchange.logs();
        }
    }
}
