package dev.curfew.testbed;

import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.TreeSet;

/// Which real-server suites of a module ran and which were left out, added to `target/real-server-suites.txt` as lines
/// `ran <class>` and `left-out <class>`. Several JVMs may share the suites, and one may be given them in several runs,
/// so nothing is taken out: `.ci/run` removes the file before it begins.
final class SuiteRecord implements AutoCloseable {
    private static final Messages MESSAGES = Messages.of(SuiteRecord.class);

    private final Path file;
    private final Set<String> ran = new TreeSet<>();
    private final Set<String> leftOut = new TreeSet<>();

    SuiteRecord(Path file) {
        this.file = file;
    }

    static SuiteRecord ofModule() {
        return new SuiteRecord(ModuleFolder.target().resolve("real-server-suites.txt"));
    }

    synchronized void ran(Class<?> suite) {
        if (ran.add(outermost(suite))) {
            write("ran " + outermost(suite));
        }
    }

    synchronized void leftOut(Class<?> suite) {
        if (leftOut.add(outermost(suite))) {
            write("left-out " + outermost(suite));
        }
    }

    /// One line at the end of the module's run, so that a shorter run is not mistaken for a whole one.
    @Override
    public synchronized void close() {
        if (!leftOut.isEmpty()) {
            System.out.println(MESSAGES.text("left-out-count", leftOut.size()));
        }
    }

    private static String outermost(Class<?> suite) {
        Class<?> enclosing = suite.getEnclosingClass();
        return enclosing == null ? suite.getName() : outermost(enclosing);
    }

    private void write(String line) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
