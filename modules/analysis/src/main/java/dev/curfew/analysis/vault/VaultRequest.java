package dev.curfew.analysis.vault;

import dev.curfew.analysis.hcl.HclValue;
import dev.curfew.analysis.vault.policy.Capability;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One request, as far as a policy looks at it.
///
/// @param path without a leading slash and without `v1/`
/// @param operation any capability but `DENY`; `SUDO` asks whether the path's privileged use is granted
/// @param wrapTtl null: the answer is not to be wrapped; zero is a wish for wrapping, and less than every limit
public record VaultRequest(
        String path,
        Capability operation,
        Map<String, HclValue> parameters,
        @Nullable Duration wrapTtl) {

    public VaultRequest {
        parameters = Map.copyOf(parameters);
        if (operation == Capability.DENY) {
            throw new IllegalArgumentException("deny is no operation");
        }
    }

    public static VaultRequest of(String path, Capability operation) {
        return new VaultRequest(path, operation, Map.of(), null);
    }

    String parameter(String name) {
        HclValue value = parameters.get(name);
        return value == null ? "" : value.asText().orElse("");
    }
}
