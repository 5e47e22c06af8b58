package dev.curfew.testbed.install;

import dev.curfew.model.text.Messages;
import dev.curfew.testbed.TestbedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// The machine's npm, which installs what Node programs need.
record Npm(String program) {
    private static final Messages MESSAGES = Messages.of(Npm.class);

    /// Exactly what the lock file names, each with its hash, and nobody's scripts are run.
    ///
    /// @throws TestbedException if npm or the package registry is missing, or a hash differs
    void install(NodePackage what, Path folder) throws IOException {
        what.writeInto(folder);
        Process process;
        try {
            process = new ProcessBuilder(
                            List.of(program, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new TestbedException(MESSAGES.text("node.missing"), e);
        }
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        try {
            if (process.waitFor() != 0) {
                throw new TestbedException(MESSAGES.text("install.failed", what.name(), output));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
            throw new TestbedException(MESSAGES.text("install.failed", what.name(), "interrupted"), e);
        }
    }
}
