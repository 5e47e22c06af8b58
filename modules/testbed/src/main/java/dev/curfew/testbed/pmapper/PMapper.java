package dev.curfew.testbed.pmapper;

import dev.curfew.model.text.Messages;
import dev.curfew.testbed.TestbedException;
import dev.curfew.testbed.install.Cache;
import dev.curfew.testbed.install.Requirements;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// PMapper 1.1.5 without a network: it is told an account, and answers who becomes an administrator.
public final class PMapper {
    private static final Messages MESSAGES = Messages.of(PMapper.class);
    private static final String DRIVER = "driver.py";

    private PMapper() {}

    /// Installs it if it was not.
    ///
    /// @param folder where what it is asked is put
    /// @param cases one JSON object each: `account`, as AWS prints its authorization details, and `environment`
    /// @return its answers in the same order, as the driver says
    /// @throws TestbedException if it cannot be installed, or ends before it has answered
    public static List<String> ask(Path folder, List<String> cases) throws InterruptedException {
        Path python = Cache.ofUser().environment(Requirements.PMAPPER).resolve("bin/python");
        try (InputStream driver = Objects.requireNonNull(PMapper.class.getResourceAsStream(DRIVER), DRIVER)) {
            Path program = folder.resolve(DRIVER);
            Files.write(program, driver.readAllBytes());
            Path asked = Files.write(folder.resolve("asked"), cases, StandardCharsets.UTF_8);
            Path answered = folder.resolve("answered");
            int exit = new ProcessBuilder(python.toString(), program.toString())
                    .redirectInput(asked.toFile())
                    .redirectOutput(answered.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start()
                    .waitFor();
            List<String> answers = Files.readAllLines(answered);
            if (exit != 0 || answers.size() != cases.size()) {
                throw new TestbedException(MESSAGES.text("ended"));
            }
            return answers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
