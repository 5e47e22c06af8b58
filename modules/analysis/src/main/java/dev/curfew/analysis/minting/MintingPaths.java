package dev.curfew.analysis.minting;

import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.reach.route.Decisions;
import dev.curfew.analysis.vault.MergedRule;
import dev.curfew.analysis.vault.VaultAcl;
import dev.curfew.analysis.vault.policy.Capability;
import dev.curfew.analysis.vault.policy.PathPattern;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The paths of OpenBao at which a token, another login, or the means to get one are made. Whatever writes there may
/// leave something behind that outlives the writer's own token.
///
/// Not among them: certificates, cloud and database credentials of secrets engines (their lifetime is the engine's
/// affair, and leases end with the token), and what a token may do with itself.
final class MintingPaths {
    private static final List<PathPattern> WRITTEN = patterns(
            // tokens, secret ids, and logins defined anew: whatever the auth method
            "auth/*",
            // who is who, and what that grants
            "identity/entity",
            "identity/entity/*",
            "identity/entity-alias",
            "identity/entity-alias/*",
            "identity/group",
            "identity/group/*",
            "identity/group-alias",
            "identity/group-alias/*",
            "identity/persona",
            // policies, auth methods, the raw storage
            "sys/policies/acl/+",
            "sys/policy/+",
            "sys/auth/+",
            "sys/raw/*",
            "sys/namespaces/*");

    /// Below `auth/` and yet nothing made: looking up, renewing within the token's own bounds, revoking, logging in.
    private static final List<String> HARMLESS = List.of(
            "auth/token/lookup", "auth/token/renew", "auth/token/revoke", "auth/token/tidy", "auth/token/accessors");

    private static final PathPattern LOGIN = patterns("auth/+/login*").getFirst();

    /// A signed identity token is made by reading.
    private static final List<PathPattern> READ = patterns("identity/oidc/token/+");

    private MintingPaths() {}

    /// The ways that are open, one line each: path, capabilities, policies.
    static List<String> open(VaultAcl acl) {
        if (acl.isRoot()) {
            return List.of("root");
        }
        TreeSet<String> open = new TreeSet<>();
        for (MergedRule rule : acl.rules()) {
            for (PathPattern minting : WRITTEN) {
                way(acl, rule, minting, List.of(Capability.UPDATE, Capability.CREATE, Capability.PATCH))
                        .ifPresent(open::add);
            }
            for (PathPattern minting : READ) {
                way(acl, rule, minting, List.of(Capability.READ)).ifPresent(open::add);
            }
        }
        return List.copyOf(open);
    }

    /// A rule's pattern may be beaten by a better one on all that it shares with the minting path: so something that
    /// both match is asked about, not the rule.
    private static Optional<String> way(
            VaultAcl acl, MergedRule rule, PathPattern minting, Collection<Capability> capabilities) {
        Optional<String> path = rule.pattern().common(minting);
        if (path.isEmpty() || LOGIN.matches(path.get()) || HARMLESS.stream().anyMatch(path.get()::startsWith)) {
            return Optional.empty();
        }
        List<String> granted = new ArrayList<>();
        for (Capability capability : capabilities) {
            if (!Decisions.isDenied(acl.reachable(path.get(), capability))) {
                granted.add(capability.text());
            }
        }
        if (granted.isEmpty()) {
            return Optional.empty();
        }
        String policies =
                rule.statements().stream().map(it -> it.policy()).distinct().collect(Collectors.joining(", "));
        return Optional.of(rule.pattern().text() + " (" + String.join(", ", granted) + ") by " + policies);
    }

    private static List<PathPattern> patterns(String... texts) {
        List<PathPattern> patterns = new ArrayList<>();
        for (String text : texts) {
            try {
                patterns.add(PathPattern.of(text));
            } catch (PolicySyntaxException e) {
                throw new IllegalStateException(e);
            }
        }
        return List.copyOf(patterns);
    }
}
