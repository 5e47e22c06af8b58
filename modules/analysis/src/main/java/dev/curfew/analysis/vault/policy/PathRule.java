package dev.curfew.analysis.vault.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One `path` block.
///
/// @param position its place among the policy's path blocks, from 0
/// @param path as written, templates not filled in
/// @param capabilities only `DENY` where the block denies
/// @param wrappingMin zero: none
/// @param wrappingMax zero: none
/// @param expiration from then on the block does not count; null: it always does
/// @param filtered whether it shows only some of the keys of a list, for which it has to grant `list`
/// @param needs what a request needs besides, that no policy decides: `control_group`, `mfa_methods`
public record PathRule(
        int position,
        String path,
        Set<Capability> capabilities,
        ParameterRules parameters,
        Duration wrappingMin,
        Duration wrappingMax,
        int paginationMax,
        @Nullable Instant expiration,
        boolean filtered,
        List<String> needs) {

    public PathRule {
        capabilities = capabilities.contains(Capability.DENY) ? Set.of(Capability.DENY) : Set.copyOf(capabilities);
        needs = List.copyOf(needs);
    }

    public boolean denies() {
        return capabilities.contains(Capability.DENY);
    }

    public boolean templated() {
        return path.contains("{{");
    }

    static Set<Capability> shorthand(String policy) {
        return switch (policy) {
            case "deny" -> EnumSet.of(Capability.DENY);
            case "read" -> EnumSet.of(Capability.READ, Capability.LIST);
            case "write" ->
                EnumSet.of(Capability.CREATE, Capability.READ, Capability.UPDATE, Capability.DELETE, Capability.LIST);
            case "sudo" ->
                EnumSet.of(
                        Capability.CREATE,
                        Capability.READ,
                        Capability.UPDATE,
                        Capability.DELETE,
                        Capability.LIST,
                        Capability.SUDO);
            default -> EnumSet.noneOf(Capability.class);
        };
    }
}
