package dev.curfew.analysis.vault.policy;

import dev.curfew.analysis.PolicySyntaxException;
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
    /// @throws PolicySyntaxException for a text that the server would refuse, and for JSON that ends too early, which
    ///     it
    ///     takes
    public static VaultPolicy parse(String name, String text) throws PolicySyntaxException {
        return name.equals("root")
                ? new VaultPolicy(name, true, List.of())
                : new VaultPolicy(name, false, PolicyReader.rules(text));
    }
}
