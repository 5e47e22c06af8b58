package dev.curfew.model.kind.common;

import dev.curfew.model.kind.Setting;
import dev.curfew.model.text.Messages;
import java.util.List;

/// What every server takes.
public final class CommonSettings {
    /// What it is for, which policies ask for. Without it, that is not known.
    public static final Setting ENVIRONMENT = Setting.choice(
            "environment", List.of("production", "staging", "development", "test"), Messages.of(CommonSettings.class));

    private CommonSettings() {}
}
