package dev.curfew.app.cli.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// How wide the terminal is. Java does not know; COLUMNS does where it is exported, else `stty` asks the kernel.
final class TerminalWidth {
    /// Narrower, and a table holds nothing but dots.
    private static final int COLUMNS_MIN = 40;

    /// stty answers at once or not at all.
    private static final long ANSWER_MILLIS_MAX = 500;

    private static final File TTY = new File("/dev/tty");

    private TerminalWidth() {}

    static Optional<Integer> of(Map<String, String> environment) {
        Optional<Integer> exported = columns(environment.getOrDefault("COLUMNS", ""));
        return exported.isPresent() || !TTY.exists() ? exported : columns(stty());
    }

    private static Optional<Integer> columns(String text) {
        return text.matches("\\d{1,4}") ? Optional.of(Math.max(COLUMNS_MIN, Integer.parseInt(text))) : Optional.empty();
    }

    /// Empty if it does not say.
    private static String stty() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(TTY)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!stty.waitFor(ANSWER_MILLIS_MAX, TimeUnit.MILLISECONDS)) {
                stty.destroyForcibly();
                return "";
            }
            String rowsAndColumns = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return rowsAndColumns.strip().replaceFirst("^\\d+ ", "");
        } catch (IOException e) {
            // No stty here: then nobody knows, and lines are as long as they are.
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
