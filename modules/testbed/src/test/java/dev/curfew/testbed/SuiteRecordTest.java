package dev.curfew.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteRecordTest {

    @Test
    void itNamesEachSuiteOnceAndKeepsWhatOtherRunsNamed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("suites.txt"), "left-out of.another.Run\n");
        SuiteRecord record = new SuiteRecord(file);
        record.ran(SuiteRecordTest.class);
        record.ran(Nested.class);
        record.leftOut(String.class);
        assertThat(file)
                .hasContent(
                        "left-out of.another.Run\nran dev.curfew.testbed.SuiteRecordTest\nleft-out java.lang.String\n");
    }

    @Test
    void itSaysInOneLineHowManyWereLeftOut(@TempDir Path folder) {
        SuiteRecord record = new SuiteRecord(folder.resolve("suites.txt"));
        record.leftOut(String.class);
        assertThat(printedOnClose(record)).isEqualTo("1 real-server suite was left out (-Dtestbed=none)\n");
        record.leftOut(Integer.class);
        assertThat(printedOnClose(record)).isEqualTo("2 real-server suites were left out (-Dtestbed=none)\n");
    }

    @Test
    void itSaysNothingWhenAllRan(@TempDir Path folder) {
        SuiteRecord record = new SuiteRecord(folder.resolve("suites.txt"));
        record.ran(String.class);
        assertThat(printedOnClose(record)).isEmpty();
    }

    private static String printedOnClose(SuiteRecord record) {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            record.close();
        } finally {
            System.setOut(console);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static final class Nested {}
}
