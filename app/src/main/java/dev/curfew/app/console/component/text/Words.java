package dev.curfew.app.console.component.text;

import dev.curfew.analysis.kind.Kinds;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Values in words. Moments are UTC, as incident times have to be.
public final class Words {

    private static final Messages MESSAGES = Messages.of(Words.class);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final long DAYS_OF_YEAR = 365;
    private static final long DAYS_OF_MONTH = 31;

    /// Up to here people count in days, as the rules do that they keep.
    private static final long YEARS_FROM_DAYS = 2 * DAYS_OF_YEAR;

    /// The rest is counted; the command line has all of them.
    private static final int NAMED_MAX = 5;

    private Words() {}

    public static String moment(Instant at) {
        return MOMENT.format(at);
    }

    public static String day(Instant at) {
        return DAY.format(at);
    }

    public static String clock(Instant at) {
        return CLOCK.format(at);
    }

    /// The two largest units that matter: "2 h 5 min", "3 d", "45 s".
    public static String length(Duration duration) {
        Duration length = duration.abs();
        if (length.toDays() >= YEARS_FROM_DAYS) {
            return pair(
                    "years", length.toDays() / DAYS_OF_YEAR, "months", length.toDays() % DAYS_OF_YEAR / DAYS_OF_MONTH);
        }
        if (length.toDays() >= 2) {
            return MESSAGES.text("days", length.toDays());
        }
        if (length.toHours() >= 1) {
            return pair("hours", length.toHours(), "minutes", length.toMinutesPart());
        }
        if (length.toMinutes() >= 1) {
            return pair("minutes", length.toMinutes(), "seconds", length.toSecondsPart());
        }
        return MESSAGES.text("seconds", length.toSeconds());
    }

    private static String pair(String large, long many, String small, long few) {
        String words = MESSAGES.text(large, many);
        return few == 0 ? words : words + " " + MESSAGES.text(small, few);
    }

    /// "14:05", or "1:02:03" from an hour on: for a countdown.
    public static String countdown(Duration left) {
        Duration shown = left.isNegative() ? Duration.ZERO : left;
        return shown.toHours() > 0
                ? String.format(
                        Locale.ROOT, "%d:%02d:%02d", shown.toHours(), shown.toMinutesPart(), shown.toSecondsPart())
                : String.format(Locale.ROOT, "%02d:%02d", shown.toMinutesPart(), shown.toSecondsPart());
    }

    /// "2 h ago", "in 3 d", "5 min ago": from a minute on without seconds, which would not stand still.
    public static String relative(Instant at, Instant now) {
        Duration between = Duration.between(now, at).abs();
        if (between.toSeconds() == 0) {
            return MESSAGES.text("now");
        }
        String length = length(between.toMinutes() == 0 ? between : between.truncatedTo(ChronoUnit.MINUTES));
        return MESSAGES.text(at.isAfter(now) ? "ahead" : "ago", length);
    }

    public static String expiry(Expiry expiry, Instant now) {
        return switch (expiry) {
            case Expiry.At(Instant at) ->
                MESSAGES.text(at.isAfter(now) ? "expiry.ahead" : "expiry.past", day(at), relative(at, now));
            case Expiry.Never() -> MESSAGES.text("expiry.never");
            case Expiry.Unknown(String reason) -> MESSAGES.text("unknown", reason);
        };
    }

    public static String usage(Usage usage, Instant now) {
        return switch (usage) {
            case Usage.Seen seen ->
                seen.by().isEmpty()
                        ? relative(seen.at(), now)
                        : MESSAGES.text("usage.by", relative(seen.at(), now), seen.by());
            case Usage.NoneSeen(var quality) ->
                quality.horizon().isZero()
                        ? MESSAGES.text("usage.none")
                        : MESSAGES.text("usage.none.within", length(quality.horizon()));
            case Usage.NotObserved(String reason) -> MESSAGES.text("unknown", reason);
        };
    }

    /// What keeps the evidence of use, how late it may be, how far back it reaches.
    public static String evidence(Usage usage) {
        return switch (usage) {
            case Usage.Seen seen -> evidence(seen.quality());
            case Usage.NoneSeen(var quality) -> evidence(quality);
            case Usage.NotObserved(String reason) -> MESSAGES.text("evidence.none", reason);
        };
    }

    private static String evidence(dev.curfew.model.attribute.UsageQuality quality) {
        return MESSAGES.text(
                "evidence",
                quality.record(),
                length(quality.lagMax()),
                quality.horizon().isZero() ? MESSAGES.text("evidence.unbounded") : length(quality.horizon()),
                MESSAGES.text(quality.countsDenied() ? "evidence.denied" : "evidence.allowed"));
    }

    public static String owner(Ownership ownership) {
        return switch (ownership) {
            case Ownership.Owned owned -> owned.owner();
            case Ownership.OwnerGone gone -> MESSAGES.text("owner.gone", gone.owner());
            case Ownership.Unowned() -> MESSAGES.text("owner.none");
        };
    }

    /// The first of them, a line each, and how many more there are.
    public static String some(List<EntityId> all) {
        String first = all.stream().limit(NAMED_MAX).map(EntityId::text).collect(Collectors.joining("\n"));
        return all.size() > NAMED_MAX ? MESSAGES.text("some", first, all.size() - NAMED_MAX) : first;
    }

    /// "AWS role" for `aws.role`; an unknown kind is shown as it is.
    public static String kind(String kind) {
        return Kinds.packaged().called(kind);
    }

    /// The same of several: "AWS roles".
    public static String kinds(String kind) {
        return Kinds.packaged().severalCalled(kind);
    }

    /// The last part of an id, by which people know it: "ci-deploy" for an ARN's `…:policy/ci-deploy`.
    public static String brief(String nativeId) {
        return nativeId.substring(nativeId.lastIndexOf('/') + 1);
    }
}
