package dev.curfew.app.cli.act;

import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.cli.option.SecretFile;
import dev.curfew.app.cli.terminal.Terminal;
import dev.curfew.app.usecase.revocation.leak.LeakedText;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/// The values of credentials to try them with: from files or standard input, in memory for one run only.
public final class ValueOptions {
    private static final Messages MESSAGES = Messages.of(ValueOptions.class);

    @Option(names = "--value-file", paramLabel = "[ID=]FILE")
    private List<String> files = List.of();

    @Option(names = "--value-stdin")
    private boolean stdin;

    /// What is done with the values.
    @FunctionalInterface
    public interface Tried<T> {
        T with(Map<CredentialId, Secret> values) throws InterruptedException;
    }

    /// Runs the work with the values, and wipes them after.
    ///
    /// @throws UsageProblem if it is not clear whose value is meant, or one cannot be read
    public <T> T run(Terminal terminal, RevocationPlan plan, Tried<T> work) throws InterruptedException {
        List<CredentialId> credentials =
                plan.steps().stream().map(PlannedStep::credential).distinct().toList();
        Map<CredentialId, Secret> values = new HashMap<>();
        try {
            if (stdin) {
                values.put(only(credentials), read(terminal));
            }
            for (String file : files) {
                add(values, credentials, file);
            }
            return work.with(values);
        } finally {
            values.values().forEach(Secret::close);
        }
    }

    private static void add(Map<CredentialId, Secret> values, List<CredentialId> credentials, String typed) {
        int equals = typed.lastIndexOf('=');
        CredentialId named = equals < 0
                ? null
                : credentials.stream()
                        .filter(id -> List.of(id.text(), id.nativeId()).contains(typed.substring(0, equals)))
                        .findFirst()
                        .orElse(null);
        Path file = Path.of(named == null ? typed : typed.substring(equals + 1));
        Secret before =
                values.put(named == null ? only(credentials) : named, alone(SecretFile.read(file), file.toString()));
        if (before != null) {
            before.close();
            throw new UsageProblem(MESSAGES.text("value.twice"));
        }
    }

    /// Without the words around it, with which it would be refused whatever became of it.
    ///
    /// @throws UsageProblem if more than one token stands there
    private static Secret alone(Secret text, String where) {
        int tokens = LeakedText.tokens(text).size();
        if (tokens > 1) {
            text.close();
            throw new UsageProblem(MESSAGES.text("value.several", tokens, where));
        }
        return LeakedText.alone(text);
    }

    private static CredentialId only(List<CredentialId> credentials) {
        if (credentials.size() != 1) {
            throw new UsageProblem(MESSAGES.text("value.whose", credentials.size()));
        }
        return credentials.getFirst();
    }

    private static Secret read(Terminal terminal) {
        try {
            return alone(SecretFile.read(terminal.in(), MESSAGES.text("value.stdin")), MESSAGES.text("value.stdin"));
        } catch (IOException e) {
            throw new UsageProblem(MESSAGES.text("value.unreadable"), e);
        }
    }
}
