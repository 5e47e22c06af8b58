package dev.curfew.testbed.install;

import dev.curfew.model.text.Messages;
import dev.curfew.testbed.TestbedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// The machine's Python, which makes the virtual environments that servers are installed into.
record Python(String program) {
    private static final Messages MESSAGES = Messages.of(Python.class);

    /// The pins were made for 3.11; venv and ensurepip are packages of their own on Debian.
    private static final String CHECK = "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))";

    /// @throws TestbedException if there is none that will do
    static Python find(String program) {
        Python python = new Python(program);
        if (python.run(List.of(program, "-c", CHECK)).failed()) {
            throw new TestbedException(MESSAGES.text("python.missing"));
        }
        return python;
    }

    /// Only what the hashes name is installed, and only wheels, so that nobody's setup script runs.
    Result install(Path environment, Path requirements) {
        Result made = run(List.of(program, "-m", "venv", environment.toString()));
        if (made.failed()) {
            return made;
        }
        return run(List.of(
                environment.resolve("bin/python").toString(),
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--no-input",
                "--require-hashes",
                "--no-deps",
                "--only-binary",
                ":all:",
                "--requirement",
                requirements.toString()));
    }

    private Result run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output.strip());
        } catch (IOException e) {
            return new Result(-1, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result(-1, "interrupted");
        }
    }

    /// @param output both streams
    record Result(int exit, String output) {
        boolean failed() {
            return exit != 0;
        }
    }
}
