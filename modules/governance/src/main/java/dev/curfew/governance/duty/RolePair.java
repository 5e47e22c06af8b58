package dev.curfew.governance.duty;

import java.util.Collection;

/// Two roles that nobody has both of. Written `trading:treasury`.
///
/// @param first comes before the second, so that there is one value for one pair
public record RolePair(String first, String second) implements Comparable<RolePair> {
    public RolePair {
        if (first.isEmpty() || second.isEmpty() || first.compareTo(second) >= 0) {
            throw new IllegalArgumentException("a pair is two roles, in their order");
        }
    }

    /// @throws IllegalArgumentException if it is none
    public static RolePair parse(String text) {
        String[] roles = text.split(":", -1);
        if (roles.length != 2) {
            throw new IllegalArgumentException("no pair of roles: '" + text + "'");
        }
        return roles[0].compareTo(roles[1]) < 0 ? new RolePair(roles[0], roles[1]) : new RolePair(roles[1], roles[0]);
    }

    public boolean isWithin(Collection<String> roles) {
        return roles.contains(first) && roles.contains(second);
    }

    public String text() {
        return first + ":" + second;
    }

    @Override
    public int compareTo(RolePair other) {
        return text().compareTo(other.text());
    }
}
