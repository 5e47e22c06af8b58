package dev.curfew.governance.target;

import dev.curfew.model.id.SourceName;
import dev.curfew.model.kind.common.CommonSettings;
import dev.curfew.model.port.Transaction;

/// What sources are for, as their connections say: who asks does not say it.
public final class Environments {
    /// Where no connection says so.
    public static final String UNKNOWN = "unknown";

    private Environments() {}

    public static String of(Transaction transaction, SourceName source) {
        return transaction
                .connections()
                .find(source.value())
                .map(connection -> connection.settings().getOrDefault(CommonSettings.ENVIRONMENT.name(), UNKNOWN))
                .orElse(UNKNOWN);
    }
}
