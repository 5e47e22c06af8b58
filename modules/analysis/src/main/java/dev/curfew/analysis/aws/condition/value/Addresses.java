package dev.curfew.analysis.aws.condition.value;

import dev.curfew.analysis.aws.condition.value.ValueTest.Outcome;
import org.jspecify.annotations.Nullable;

/// IP addresses and CIDR ranges of both versions, parsed without ever asking a name server.
final class Addresses {
    private Addresses() {}

    /// @param policy an address, or a range in CIDR form
    static ValueTest within(String policy) {
        int slash = policy.indexOf('/');
        IpAddress network = IpAddress.parse(slash < 0 ? policy : policy.substring(0, slash));
        if (network == null) {
            return ValueTest.NOTHING;
        }
        int prefix = slash < 0 ? network.bits() : prefix(policy, slash + 1);
        return prefix < 0 || prefix > network.bits()
                ? ValueTest.NOTHING
                : given -> compare(network, prefix, IpAddress.parse(given));
    }

    /// An address of the other version is outside of every range of this one.
    private static Outcome compare(IpAddress network, int prefix, @Nullable IpAddress given) {
        return given == null ? Outcome.INCOMPARABLE : Outcome.of(given.isWithin(network, prefix));
    }

    /// -1 for what is no length of a prefix.
    private static int prefix(String text, int from) {
        int prefix = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9' || i - from == 3) {
                return -1;
            }
            prefix = prefix * 10 + c - '0';
        }
        return from == text.length() ? -1 : prefix;
    }
}
