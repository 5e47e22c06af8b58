package dev.curfew.analysis.vault;

import dev.curfew.analysis.vault.policy.Capability;
import java.util.Locale;
import java.util.Optional;

/// What a request does, and the capability that it needs. `SUDO` is no operation of the server's: it asks whether the
/// path's privileged use is granted, which the server wants besides.
public enum VaultOperation {
    CREATE(Capability.CREATE),
    READ(Capability.READ),
    UPDATE(Capability.UPDATE),
    PATCH(Capability.PATCH),
    DELETE(Capability.DELETE),
    LIST(Capability.LIST),
    SCAN(Capability.SCAN),
    SUDO(Capability.SUDO),
    REVOKE(Capability.UPDATE),
    RENEW(Capability.UPDATE),
    ROLLBACK(Capability.UPDATE),
    HELP(Capability.READ);

    private final Capability needs;

    VaultOperation(Capability needs) {
        this.needs = needs;
    }

    /// @param text the server's name, in lower case
    public static Optional<VaultOperation> of(String text) {
        for (VaultOperation operation : values()) {
            if (operation.name().toLowerCase(Locale.ROOT).equals(text)) {
                return Optional.of(operation);
            }
        }
        return Optional.empty();
    }

    public Capability needs() {
        return needs;
    }

    /// Allowed to whoever has a token.
    public boolean free() {
        return this == HELP;
    }

    /// Whether a path may be meant without its slash at the end.
    public boolean lists() {
        return this == LIST || this == SCAN;
    }
}
