package dev.curfew.app.cli.policy;

import dev.curfew.app.cli.UsageProblem;
import dev.curfew.governance.policy.PolicyPack;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A file of policies, and the cases that it has to pass.
final class PolicyFiles {
    private static final Messages MESSAGES = Messages.of(PolicyFiles.class);
    private static final String CEDAR = ".cedar";

    /// Far above any text that people keep in their heads; more is the wrong file.
    private static final int BYTES_MAX = 1 << 20;

    @Parameters(paramLabel = "FILE", descriptionKey = "policy.file")
    private Path file = Path.of("");

    @Option(names = "--cases", paramLabel = "FILE", descriptionKey = "policy.cases")
    private @Nullable Path cases;

    /// @throws UsageProblem if one of the files cannot be read
    PolicyPack read() {
        return new PolicyPack(read(file), read(cases == null ? beside(file) : cases));
    }

    /// `prod.cedar` has `prod.cases.json` beside it.
    private static Path beside(Path file) {
        String name = file.getFileName().toString();
        String stem = name.endsWith(CEDAR) ? name.substring(0, name.length() - CEDAR.length()) : name;
        return file.resolveSibling(stem + ".cases.json");
    }

    private static String read(Path file) {
        try {
            if (Files.size(file) > BYTES_MAX) {
                throw new UsageProblem(MESSAGES.text("too-large", file, BYTES_MAX));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UsageProblem(MESSAGES.text("unreadable", file), e);
        }
    }
}
