package dev.curfew.app.cli.policy;

import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.usecase.policy.PolicyTest;
import dev.curfew.governance.policy.PolicyPack;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// A file of policies, and the cases that it has to pass.
final class PolicyFiles {
    private static final String CEDAR = ".cedar";

    @Mixin
    private final PolicyFile policies = new PolicyFile();

    @Option(names = "--cases", paramLabel = "FILE", descriptionKey = "policy.cases")
    private @Nullable Path cases;

    /// What is wrong with the policies themselves is said before anything of their cases.
    ///
    /// @throws UsageProblem if one of the files cannot be read
    /// @throws dev.curfew.app.usecase.Refused if the policies cannot be used
    PolicyPack read() {
        String text = policies.text();
        PolicyTest.requireUsable(text);
        return new PolicyPack(text, PolicyFile.text(cases == null ? beside(policies.path()) : cases, "no-cases"));
    }

    /// `prod.cedar` has `prod.cases.json` beside it.
    private static Path beside(Path file) {
        String name = file.getFileName().toString();
        String stem = name.endsWith(CEDAR) ? name.substring(0, name.length() - CEDAR.length()) : name;
        return file.resolveSibling(stem + ".cases.json");
    }
}
