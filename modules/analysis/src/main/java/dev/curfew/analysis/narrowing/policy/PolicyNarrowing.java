package dev.curfew.analysis.narrowing.policy;

import dev.curfew.analysis.narrowing.Narrowed;
import dev.curfew.analysis.narrowing.aws.AwsNarrowing;
import dev.curfew.analysis.narrowing.openbao.OpenBaoNarrowing;
import dev.curfew.model.narrowing.Use;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/// Narrows a policy in the language of its kind.
public final class PolicyNarrowing {
    private static final Messages MESSAGES = Messages.of(PolicyNarrowing.class);

    private PolicyNarrowing() {}

    /// @param kind as in `Policy.kind`
    /// @param name of the policy
    /// @param texts of it and of those of its kind that may be held with it, by name
    /// @param holdings what its holders hold together, each with its name
    /// @param pathsMax up to how many targets a wildcard gives way to; zero: to none
    public static Narrowed of(
            String kind,
            String name,
            Map<String, String> texts,
            Set<Set<String>> holdings,
            Collection<Use> uses,
            int pathsMax,
            Instant now) {
        return switch (kind) {
            case "openbao.acl" -> OpenBaoNarrowing.of(name, texts, holdings, uses, pathsMax, now);
            case "aws.policy" -> AwsNarrowing.of(name, texts.getOrDefault(name, ""), uses);
            default -> new Narrowed.Impossible(MESSAGES.text("kind", kind));
        };
    }
}
