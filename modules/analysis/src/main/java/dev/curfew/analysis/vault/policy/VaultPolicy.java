package dev.curfew.analysis.vault.policy;

import dev.curfew.analysis.PolicySyntaxException;
import java.time.Instant;
import java.util.List;

/// A parsed ACL policy.
///
/// @param root the built-in `root`: everything is allowed
public record VaultPolicy(String name, boolean root, List<PathRule> rules) {

    public VaultPolicy {
        rules = List.copyOf(rules);
    }

    /// @param name `root` means the built-in policy, whatever the text
    /// @param text HCL, or JSON
    /// @throws PolicySyntaxException for a text that the server would refuse
    public static VaultPolicy parse(String name, String text) throws PolicySyntaxException {
        return parse(name, text, Instant.MIN);
    }

    /// @param now rules that have expired by then are left out, as the server does before it looks at them closer
    /// @throws PolicySyntaxException for a text that the server would refuse
    public static VaultPolicy parse(String name, String text, Instant now) throws PolicySyntaxException {
        return name.equals("root")
                ? new VaultPolicy(name, true, List.of())
                : new VaultPolicy(name, false, PolicyReader.rules(text, now));
    }

    /// A rule's path as written, by the rule's position; empty where there is none.
    public String path(int position) {
        return rules.stream()
                .filter(rule -> rule.position() == position)
                .map(PathRule::path)
                .findFirst()
                .orElse("");
    }
}
