package dev.curfew.testbed.kubernetes;

import dev.curfew.testbed.TestbedException;
import dev.curfew.testbed.install.Cache;
import dev.curfew.testbed.install.GoModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Kubernetes' own RBAC authorizer, in Go, as a process without a server: it knows roles and bindings and no
/// `system:masters`.
public final class GoAuthorizer {
    private final Path program;

    private GoAuthorizer(Path program) {
        this.program = program;
    }

    /// Builds it if it was not: a minute or two, and seconds where the server was built before.
    ///
    /// @throws TestbedException if that fails; the message says what to do
    public static GoAuthorizer install() {
        return new GoAuthorizer(Cache.ofUser().program(GoModule.KUBERNETES_RBAC, "rbac"));
    }

    /// One line of JSON for each line of the file: `allowed`, and `subjects` as the code lists whom bindings allow.
    ///
    /// @param cases as `curfew evaluate kubernetes` takes them
    public List<String> answers(Path cases) {
        return run(List.of(program.toString(), "answers", cases.toString()));
    }

    /// A JSON object: `decisions` made in `seconds` by one thread, objects built, with `cpuSeconds` of all threads;
    /// `allowed` of one go over all cases.
    public String speed(Path cases, int seconds) {
        return run(List.of(program.toString(), "speed", cases.toString(), String.valueOf(seconds)))
                .getFirst();
    }

    private static List<String> run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new TestbedException(command + ": exit " + process.exitValue());
            }
            return output.lines().toList();
        } catch (IOException e) {
            throw new TestbedException(command.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TestbedException(command.toString(), e);
        }
    }
}
