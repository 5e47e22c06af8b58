package dev.curfew.app.cli.evaluate;

import dev.curfew.app.cli.UsageProblem;
import dev.curfew.model.text.Messages;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A file that is there whole or not at all: written beside its place under another name, and moved there by [#keep]. A
/// file that was there before stays until then. What is no ordinary file, a pipe or a device, is written to directly.
final class WholeFile implements AutoCloseable {
    private static final Messages MESSAGES = Messages.of(WholeFile.class);

    private final Path target;
    private final Path fresh;
    private final BufferedWriter writer;

    private WholeFile(Path target, Path fresh, BufferedWriter writer) {
        this.target = target;
        this.fresh = fresh;
        this.writer = writer;
    }

    /// @throws UsageProblem if no file can be made there
    static WholeFile at(Path file) {
        if (Files.isDirectory(file)) {
            throw new UsageProblem(MESSAGES.text("unwritable", file));
        }
        try {
            boolean direct = Files.exists(file) && !Files.isRegularFile(file);
            // A link stays one: what it leads to is replaced.
            Path target = Files.exists(file) ? file.toRealPath() : file;
            Path fresh = direct
                    ? target
                    : target.resolveSibling("." + target.getFileName() + "."
                            + ProcessHandle.current().pid() + ".part");
            return new WholeFile(target, fresh, Files.newBufferedWriter(fresh));
        } catch (IOException e) {
            throw new UsageProblem(MESSAGES.text("unwritable", file), e);
        }
    }

    void write(String text) throws IOException {
        writer.write(text);
    }

    void keep() throws IOException {
        writer.close();
        if (!fresh.equals(target)) {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
        if (!fresh.equals(target)) {
            Files.deleteIfExists(fresh);
        }
    }
}
