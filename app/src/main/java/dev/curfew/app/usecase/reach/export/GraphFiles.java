package dev.curfew.app.usecase.reach.export;

import dev.curfew.analysis.graph.part.GraphPart;
import dev.curfew.app.usecase.Unwritten;
import dev.curfew.model.text.Messages;
import dev.curfew.snapshot.file.PrivateFiles;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes graphs to files.
public final class GraphFiles {
    private static final Messages MESSAGES = Messages.of(GraphFiles.class);
    private static final int BUFFER_BYTES = 1 << 16;

    private GraphFiles() {}

    /// Makes a file that only its owner can read: it is a map for whoever breaks in. If it cannot be written whole
    /// there is none.
    ///
    /// @throws Unwritten if there is a file of that name, or it cannot be written
    public static void create(Path file, GraphForm form, GraphPart part) {
        try {
            PrivateFiles.createFile(file);
            write(file, form, part);
        } catch (FileAlreadyExistsException e) {
            throw new Unwritten(MESSAGES.text("exists", file), e);
        } catch (IOException e) {
            throw new Unwritten(MESSAGES.text("failed", file, String.valueOf(e.getMessage())), e);
        }
    }

    private static void write(Path file, GraphForm form, GraphPart part) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            replace(out, form, part);
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /// Writes to what somebody opened.
    public static void replace(OutputStream out, GraphForm form, GraphPart part) throws IOException {
        OutputStream buffered = new BufferedOutputStream(out, BUFFER_BYTES);
        form.write(part, buffered);
        buffered.flush();
    }
}
