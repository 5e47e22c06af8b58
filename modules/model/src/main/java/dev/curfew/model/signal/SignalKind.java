package dev.curfew.model.signal;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a signal can say, how much one alone raises a risk, and how fast that wears off.
public enum SignalKind {
    /// A credential's secret got out, or its account is in other hands.
    CREDENTIAL_LEAKED(90, null),
    /// The repository that an identity was made for is archived: nobody looks after what runs from it.
    REPOSITORY_ARCHIVED(40, null),
    RISK_HIGH(80, Duration.ofDays(7)),
    RISK_MEDIUM(40, Duration.ofDays(7)),
    ACCOUNT_DISABLED(60, Duration.ofDays(30)),
    ACCOUNT_PURGED(60, Duration.ofDays(30)),
    /// A device that it is used from keeps its rules no longer.
    DEVICE_NONCOMPLIANT(40, Duration.ofDays(7)),
    /// It proved itself by less than before.
    ASSURANCE_LOWERED(30, Duration.ofDays(7)),
    SESSION_REVOKED(20, Duration.ofDays(1)),
    CREDENTIAL_CHANGED(10, Duration.ofDays(1));

    /// What raises a risk to this is told, and sets playbooks off.
    public static final int HIGH = 70;

    private final int weight;
    private final @Nullable Duration halfLife;

    SignalKind(int weight, @Nullable Duration halfLife) {
        this.weight = weight;
        this.halfLife = halfLife;
    }

    /// What it alone makes the risk when it happens, 1 to 100.
    public int weight() {
        return weight;
    }

    /// After which it weighs half as much; empty for what stays until an officer settles it.
    public Optional<Duration> halfLife() {
        return Optional.ofNullable(halfLife);
    }

    /// As commands and senders know it: `credential-leaked`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Empty if there is none of that code.
    public static Optional<SignalKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
