package dev.curfew.testbed.install;

import dev.curfew.model.text.Messages;
import dev.curfew.testbed.TestbedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;

/// The machine's tar, which unpacks what the JDK cannot.
record Tar(String program) {
    private static final Messages MESSAGES = Messages.of(Tar.class);

    /// @throws TestbedException if tar or xz is missing, or the jar is not the pinned one
    void unpack(BinaryJar jar, Path folder) throws IOException {
        Path archive = folder.resolve("archive");
        try (JarFile file = new JarFile(jar.checked().toFile());
                InputStream in = file.getInputStream(file.getEntry(jar.archive().substring(1)))) {
            Files.copy(in, archive);
        }
        // The archive's owners are nobody's here, and root would otherwise make files that are theirs.
        List<String> command = List.of(program, "--no-same-owner", "-xJf", archive.toString(), "-C", folder.toString());
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new TestbedException(MESSAGES.text("tar.missing", jar.name()), e);
        }
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        try {
            if (process.waitFor() != 0) {
                throw new TestbedException(MESSAGES.text("tar.failed", jar.name(), output));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
            throw new TestbedException(MESSAGES.text("tar.failed", jar.name(), "interrupted"), e);
        }
        Files.delete(archive);
    }
}
