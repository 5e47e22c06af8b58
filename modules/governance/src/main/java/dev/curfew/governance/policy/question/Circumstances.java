package dev.curfew.governance.policy.question;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Everything else that is known when a request is decided (principle S04). Absent is null, and a policy that asks for
/// it has to say what then; unknown is a value of its own.
///
/// @param nature `time-box`, `standing` or `break-glass`
/// @param environment of the source, as its connection says: `production`, `staging`, `development`, `test`, `unknown`
/// @param risk as `requester.risk`
/// @param purpose in the requester's words
/// @param lastDrillDays days since the break-glass path was last drilled
/// @param renewals how often the same access was renewed before
/// @param activePercent90Days for how much of the last 90 days the same access was active, in percent
/// @param snapshotAgeSeconds age of the oldest reading that the reach rests on
/// @param coverageWhole whether the source was read whole, so that absence means absence
/// @param requester who asks, where an identity that was read is known to be theirs
/// @param holder who it is asked for, the same
public record Circumstances(
        String nature,
        String environment,
        String purpose,
        @Nullable String ticket,
        @Nullable String repository,
        @Nullable String workload,
        @Nullable String destination,
        @Nullable Long risk,
        @Nullable Long lastDrillDays,
        long durationSeconds,
        long renewals,
        long activePercent90Days,
        long snapshotAgeSeconds,
        boolean coverageWhole,
        Time time,
        Added reach,
        Approval approval,
        @Nullable Party requester,
        @Nullable Party holder) {

    /// An identity that has to do with it, as it stands.
    ///
    /// @param risk by the signals that stand, 0 to 100; absent where nobody is believed who could tell of any
    /// @param causes what was signalled, by the codes of kinds of signals
    /// @param lifecycle `requested`, `active`, `dormant`, `quarantined`, `retired`
    public record Party(@Nullable Long risk, Set<String> causes, String lifecycle) {
        public Party {
            causes = Collections.unmodifiableSortedSet(new TreeSet<>(causes));
        }
    }

    /// When it is decided, in UTC.
    ///
    /// @param hour 0 to 23
    /// @param weekday `monday` to `sunday`
    public record Time(Instant now, long hour, String weekday) {
        public static Time of(Instant now) {
            LocalDateTime utc = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
            return new Time(now, utc.getHour(), utc.getDayOfWeek().name().toLowerCase(Locale.ROOT));
        }
    }

    /// What the access would add to somebody who has nothing else: counterfactual reach.
    ///
    /// @param known whether it could be computed; the counts are the least it adds where it is not
    /// @param identities how many identities could be become
    /// @param sensitive how many of the resources matter much
    /// @param sensitivity the highest of what is reached: `high`, `elevated`, `low`, `unknown`
    /// @param administrator whether it controls something wholly
    /// @param mints whether its holder can make credentials that outlive its own, as far as known
    public record Added(
            boolean known,
            long identities,
            long resources,
            long sensitive,
            String sensitivity,
            boolean administrator,
            boolean mints) {}

    /// Where its approval stands.
    ///
    /// @param officers who signed
    /// @param inRole the same once for each of their roles: `security/bo`
    /// @param devices on how many machines; two who signed on one may be one
    /// @param signedIn those of them who had shown who they are, with how many seconds before they signed: `bo/720`
    public record Approval(Set<String> officers, Set<String> inRole, long devices, Set<String> signedIn) {
        public static final Approval NONE = new Approval(Set.of(), Set.of(), 0);

        /// @param signedIn null in questions that were kept before anybody could sign in
        public Approval(Set<String> officers, Set<String> inRole, long devices, @Nullable Set<String> signedIn) {
            this.officers = Set.copyOf(officers);
            this.inRole = Set.copyOf(inRole);
            this.devices = devices;
            this.signedIn = signedIn == null ? Set.of() : Set.copyOf(signedIn);
        }

        /// Of whom nobody signed in.
        public Approval(Set<String> officers, Set<String> inRole, long devices) {
            this(officers, inRole, devices, Set.of());
        }

        /// Those who had shown who they are at most so long before they signed.
        public Set<String> signedInWithin(Duration longest) {
            return signedIn.stream()
                    .map(one -> one.split("/", 2))
                    .filter(one -> Long.parseLong(one[1]) <= longest.toSeconds())
                    .map(one -> one[0])
                    .collect(Collectors.toUnmodifiableSet());
        }
    }
}
