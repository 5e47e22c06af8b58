package dev.curfew.governance.policy;

import dev.curfew.governance.policy.question.Circumstances;
import dev.curfew.governance.policy.question.Circumstances.Approval;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Signatures that a policy asks for, written `@requires("2 of officer")`.
///
/// @param count of different officers, at least one
/// @param role that each of them has; every officer has the role `officer`
public record Requirement(int count, String role) {
    /// The role that every officer has.
    public static final String OFFICER = "officer";

    public static final String PRODUCTION = "production";

    private static final Pattern WRITTEN = Pattern.compile("([1-9]\\d?) of ([a-z][a-z0-9-]{0,63})");

    public Requirement {
        if (count < 1) {
            throw new IllegalArgumentException("a requirement asks for somebody");
        }
    }

    /// Empty if it is not written as it should be.
    public static Optional<Requirement> parse(String text) {
        Matcher matcher = WRITTEN.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(new Requirement(Integer.parseInt(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }

    /// How many more it asks for; zero if it is met. In production two who signed on one machine count as one: two
    /// profiles there may be one person.
    public int missing(Circumstances circumstances) {
        Approval approval = circumstances.approval();
        long signed = role.equals(OFFICER)
                ? approval.officers().size()
                : approval.inRole().stream()
                        .filter(one -> one.startsWith(role + "/"))
                        .count();
        long counted =
                counted(signed, approval.devices(), circumstances.environment().equals(PRODUCTION));
        return (int) Math.max(0, count - counted);
    }

    /// How many count of those who signed, on so many machines.
    public static long counted(long signed, long devices, boolean production) {
        return production ? Math.min(signed, devices) : signed;
    }

    /// As a policy writes it.
    public String text() {
        return count + " of " + role;
    }
}
