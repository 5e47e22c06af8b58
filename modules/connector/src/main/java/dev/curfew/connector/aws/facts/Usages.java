package dev.curfew.connector.aws.facts;

import dev.curfew.connector.aws.details.RoleDetail;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.attribute.UsageQuality;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What IAM's records of last use are worth.
public final class Usages {
    /// "Recent activity usually appears within four hours" (IAM User Guide, last accessed information).
    private static final Duration LAG_MAX = Duration.ofHours(4);

    /// IAM API Reference, RoleLastUsed: "activity is only reported for the trailing 400 days".
    private static final Duration ROLE_HORIZON = Duration.ofDays(400);

    /// A refused call is a use all the same: somebody holds the role or key.
    private static final boolean COUNTS_DENIED = true;

    private static final UsageQuality ROLE = new UsageQuality("RoleLastUsed", LAG_MAX, ROLE_HORIZON, COUNTS_DENIED);

    /// IAM records keys since 2015-04-22 and does not say how far back one answer reaches.
    private static final UsageQuality KEY =
            new UsageQuality("GetAccessKeyLastUsed", LAG_MAX, Duration.ZERO, COUNTS_DENIED);

    /// IAM API Reference, GetAccessKeyLastUsed: "IAM began tracking this information on April 22, 2015".
    private static final Instant KEY_TRACKING_BEGAN = Instant.parse("2015-04-22T00:00:00Z");

    /// IAM API Reference, User.PasswordLastUsed, recorded since 2014-10-20.
    private static final UsageQuality PASSWORD = new UsageQuality("PasswordLastUsed", LAG_MAX, Duration.ZERO, false);

    /// What IAM writes where there is nothing to name.
    public static final String NONE = "N/A";

    private Usages() {}

    /// @param used null where the source does not tell of use at all: then there is no evidence, not even of none
    static Usage role(RoleDetail.@Nullable LastUsed used) {
        if (used == null) {
            return new Usage.NotObserved(word("usage.role.untold"));
        }
        Instant at = used.at();
        return at == null ? new Usage.NoneSeen(ROLE) : new Usage.Seen(at, used.region(), ROLE);
    }

    static Usage user() {
        return new Usage.NotObserved(word("usage.user"));
    }

    static Usage group() {
        return new Usage.NotObserved(word("usage.group"));
    }

    /// As below, by the answer to `GetAccessKeyLastUsed`.
    public static Usage key(@Nullable Instant at, String by, @Nullable Instant createdAt) {
        return key(at, by, createdAt, KEY);
    }

    /// @param at null where IAM names no use
    /// @param by the service and region; empty where IAM does not say
    /// @param createdAt of the key: one older than IAM's record may have been used before it began
    public static Usage key(@Nullable Instant at, String by, @Nullable Instant createdAt, UsageQuality quality) {
        if (at != null) {
            return new Usage.Seen(at, by, quality);
        }
        if (createdAt == null || createdAt.isBefore(KEY_TRACKING_BEGAN)) {
            return new Usage.NotObserved(word("usage.key.older"));
        }
        return new Usage.NoneSeen(quality);
    }

    /// What used a key, of which IAM may name either, or neither.
    public static String by(String service, String region) {
        return service.equals(NONE) ? "" : region.equals(NONE) ? service : service + " " + region;
    }

    /// Of what Curfew itself uses: each reading would change it, and tell of nothing but that reading.
    public static Usage own() {
        return new Usage.NotObserved(word("usage.own"));
    }

    public static Usage keyUnread() {
        return new Usage.NotObserved(word("usage.key.unread"));
    }

    /// @param at null where IAM names no use, which it does for never as well as for long ago
    public static Usage password(@Nullable Instant at) {
        return at == null ? new Usage.NoneSeen(PASSWORD) : new Usage.Seen(at, "", PASSWORD);
    }

    public static Usage passwordUnread() {
        return new Usage.NotObserved(word("usage.password.unread"));
    }

    private static String word(String key) {
        return Messages.of(Usages.class).text(key);
    }
}
