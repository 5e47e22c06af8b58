package dev.curfew.analysis.vault.policy;

import dev.curfew.analysis.PolicySyntaxException;
import java.time.Instant;
import java.util.List;

/// A parsed ACL policy.
///
/// @param namespace whose policy it is, which its paths are relative to; empty for the root one, else ending in a slash
/// @param root the built-in `root`: everything is allowed, in its namespace and those below
public record VaultPolicy(String name, String namespace, boolean root, List<PathRule> rules) {

    public VaultPolicy {
        if (!namespace.isEmpty() && !namespace.endsWith("/")) {
            throw new IllegalArgumentException("a namespace ends in a slash: " + namespace);
        }
        rules = List.copyOf(rules);
    }

    /// Of the root namespace.
    public VaultPolicy(String name, boolean root, List<PathRule> rules) {
        this(name, "", root, rules);
    }

    /// The same policy, of another namespace.
    public VaultPolicy in(String other) {
        return new VaultPolicy(name, other, root, rules);
    }

    /// A rule's path below the root namespace.
    ///
    /// @param path of the rule, templates filled in; one slash at its start is nothing
    public String full(String path) {
        return namespace.isEmpty() || !path.startsWith("/") ? namespace + path : namespace + path.substring(1);
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
