package dev.curfew.governance.policy;

import dev.curfew.governance.policy.question.Circumstances;
import dev.curfew.governance.policy.question.Circumstances.Approval;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Signatures that a policy asks for, written `@requires("2 of officer")`, or `@requires("2 of officer signed in within
/// 15 min")`.
///
/// @param count of different officers, at least one
/// @param role that each of them has; every officer has the role `officer`
/// @param signedInWithin how long before their signature each of them showed who they are, at most; null where nobody
///     asks
public record Requirement(int count, String role, @Nullable Duration signedInWithin)
        implements Comparable<Requirement> {
    /// The role that every officer has.
    public static final String OFFICER = "officer";

    public static final String PRODUCTION = "production";

    private static final Pattern WRITTEN =
            Pattern.compile("([1-9]\\d?) of ([a-z][a-z0-9-]{0,63})(?: signed in within ([1-9]\\d{0,2}) (min|h))?");

    private static final Comparator<Requirement> ORDER = Comparator.comparing(Requirement::role)
            .thenComparing(one -> one.signedInWithin == null ? Duration.ofDays(1000) : one.signedInWithin)
            .thenComparingInt(Requirement::count);

    public Requirement {
        if (count < 1) {
            throw new IllegalArgumentException("a requirement asks for somebody");
        }
    }

    public Requirement(int count, String role) {
        this(count, role, null);
    }

    /// The same for another number of officers.
    public Requirement of(int officers) {
        return new Requirement(officers, role, signedInWithin);
    }

    /// Empty if it is not written as it should be.
    public static Optional<Requirement> parse(String text) {
        Matcher matcher = WRITTEN.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(new Requirement(Integer.parseInt(matcher.group(1)), matcher.group(2), within(matcher)))
                : Optional.empty();
    }

    private static @Nullable Duration within(Matcher matcher) {
        if (matcher.group(3) == null) {
            return null;
        }
        long count = Long.parseLong(matcher.group(3));
        return matcher.group(4).equals("h") ? Duration.ofHours(count) : Duration.ofMinutes(count);
    }

    /// How many more it asks for; zero if it is met. In production two who signed on one machine count as one: two
    /// profiles there may be one person.
    public int missing(Circumstances circumstances) {
        return missing(circumstances.approval(), circumstances.environment().equals(PRODUCTION));
    }

    /// @param apart whether those who signed on one machine count as one
    public int missing(Approval approval, boolean apart) {
        long signed = approval.officers().stream()
                .filter(officer -> isFor(officer, approval) && isFresh(officer, approval))
                .count();
        return (int) Math.max(0, count - counted(signed, approval.devices(), apart));
    }

    /// Whether who signed would count for it if they had signed in.
    public boolean isFor(String officer, Approval approval) {
        return role.equals(OFFICER) || approval.inRole().contains(role + "/" + officer);
    }

    /// Whether who signed had signed in as it asks.
    public boolean isFresh(String officer, Approval approval) {
        return signedInWithin == null || approval.signedInWithin(signedInWithin).contains(officer);
    }

    /// How many count of those who signed, on so many machines.
    public static long counted(long signed, long devices, boolean apart) {
        return apart ? Math.min(signed, devices) : signed;
    }

    /// As a policy writes it.
    public String text() {
        return count + " of " + role + (signedInWithin == null ? "" : " signed in within " + span(signedInWithin));
    }

    private static String span(Duration within) {
        return within.toMinutesPart() == 0 ? within.toHours() + " h" : within.toMinutes() + " min";
    }

    @Override
    public int compareTo(Requirement other) {
        return ORDER.compare(this, other);
    }
}
