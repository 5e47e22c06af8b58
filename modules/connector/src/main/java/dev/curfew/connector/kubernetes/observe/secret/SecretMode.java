package dev.curfew.connector.kubernetes.observe.secret;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How Secrets are read.
public enum SecretMode {
    /// By their metadata: no value leaves the server.
    METADATA,
    /// With a keyed fingerprint of each value, by which the same one is found elsewhere.
    FINGERPRINTS,
    /// Not at all.
    NONE;

    /// The connection setting that says which, in lower case.
    public static final String SETTING = "secrets";

    public static List<String> names() {
        return Arrays.stream(values()).map(SecretMode::text).toList();
    }

    /// As in the setting.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What is not understood is taken for the one that asks least.
    public static SecretMode of(Map<String, String> settings) {
        String wanted = settings.getOrDefault(SETTING, "");
        for (SecretMode mode : values()) {
            if (mode.text().equals(wanted)) {
                return mode;
            }
        }
        return METADATA;
    }
}
