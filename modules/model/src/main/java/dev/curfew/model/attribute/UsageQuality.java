package dev.curfew.model.attribute;

import java.time.Duration;

/// How far a usage record can be trusted.
///
/// @param record what keeps it, for example `GetAccessKeyLastUsed`
/// @param lagMax how late it may be
/// @param horizon how far back it reaches; zero when the source does not say
/// @param countsDenied whether denied attempts count as use
public record UsageQuality(String record, Duration lagMax, Duration horizon, boolean countsDenied) {

    public UsageQuality {
        if (lagMax.isNegative() || horizon.isNegative()) {
            throw new IllegalArgumentException("lag and horizon are not negative");
        }
    }
}
