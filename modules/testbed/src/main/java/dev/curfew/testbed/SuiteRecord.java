package dev.curfew.testbed;

import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/// Which real-server suites of a module ran and which were left out, written to `target/real-server-suites.txt` as
/// lines `ran <class>` and `left-out <class>`; with the number of the JVM in the name where several share the suites. A
/// run replaces the record of the run before.
final class SuiteRecord implements AutoCloseable {
    private static final Messages MESSAGES = Messages.of(SuiteRecord.class);

    private final Path file;
    private final Set<String> ran = new TreeSet<>();
    private final Set<String> leftOut = new TreeSet<>();

    SuiteRecord(Path file) {
        this.file = file;
    }

    static SuiteRecord ofModule() {
        String name = "real-server-suites" + System.getProperty("fork", "") + ".txt";
        return new SuiteRecord(ModuleFolder.target().resolve(name));
    }

    synchronized void ran(Class<?> suite) {
        ran.add(outermost(suite));
        write();
    }

    synchronized void leftOut(Class<?> suite) {
        leftOut.add(outermost(suite));
        write();
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

    private void write() {
        StringBuilder lines = new StringBuilder();
        ran.forEach(suite -> lines.append("ran ").append(suite).append('\n'));
        leftOut.forEach(suite -> lines.append("left-out ").append(suite).append('\n'));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
