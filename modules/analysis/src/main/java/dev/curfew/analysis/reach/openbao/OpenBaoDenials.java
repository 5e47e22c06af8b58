package dev.curfew.analysis.reach.openbao;

import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.reach.denial.Denial;
import dev.curfew.model.evaluation.DecidingStatement;
import java.util.Optional;

/// Denies of OpenBao: on the same pattern as the one that decided, deny beats everything else.
public final class OpenBaoDenials {
    private static final String KINDS = "openbao.";
    private static final String POLICY = "openbao.acl";
    private static final String BLANK = """
            path "secret/*" {
              capabilities = ["deny"]
            }
            """;

    private OpenBaoDenials() {}

    /// @param kind the identity's
    public static Optional<Denial> blank(String kind) {
        return kind.startsWith(KINDS) ? Optional.of(new Denial(POLICY, BLANK)) : Optional.empty();
    }

    /// @param kind the identity's that makes the hop
    public static Optional<Denial> of(String kind, Hop hop) {
        return kind.startsWith(KINDS) ? text(hop).map(text -> new Denial(POLICY, text)) : Optional.empty();
    }

    private static Optional<String> text(Hop hop) {
        return hop.decision().decidedBy().stream()
                .map(DecidingStatement::label)
                .filter(path -> !path.isEmpty() && !path.contains("\"") && !path.contains("\\"))
                .findFirst()
                .map(path -> "path \"" + path + "\" {\n  capabilities = [\"deny\"]\n}\n");
    }
}
