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

    private static final Map<String, Language> LANGUAGES = Map.of(
            "openbao.acl",
            OpenBaoNarrowing::of,
            "aws.policy",
            (name, texts, _, uses, _, _) -> AwsNarrowing.of(name, texts.getOrDefault(name, ""), uses));

    private PolicyNarrowing() {}

    /// As [#of] of one kind.
    @FunctionalInterface
    private interface Language {
        Narrowed narrow(
                String name,
                Map<String, String> texts,
                Set<Set<String>> holdings,
                Collection<Use> uses,
                int pathsMax,
                Instant now);
    }

    /// Whether policies of a kind can be narrowed at all.
    public static boolean knows(String kind) {
        return LANGUAGES.containsKey(kind);
    }

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
        Language language = LANGUAGES.get(kind);
        return language == null
                ? new Narrowed.Impossible(MESSAGES.text("kind", kind))
                : language.narrow(name, texts, holdings, uses, pathsMax, now);
    }
}
