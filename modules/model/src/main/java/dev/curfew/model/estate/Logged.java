package dev.curfew.model.estate;

/// Attributes of credentials by which it is known which credential of an identity another was logged in with, as far as
/// its source says. What was logged in for goes on when that ends, unless it is ended too.
public final class Logged {
    /// The native id of the identity whose credential it was.
    public static final String BY = "logged-in-by";

    /// Equal where it may have been that one: on both.
    public static final String MARKS = "login-marks";

    private Logged() {}

    /// Whether the one may have been logged in with the other. Those that their source does not tell apart are one.
    public static boolean with(Credential later, Credential with) {
        return with.holder() != null
                && later.source().equals(with.source())
                && with.holder().nativeId().equals(later.attributes().get(BY))
                && with.attributes().containsKey(MARKS)
                && with.attributes().get(MARKS).equals(later.attributes().get(MARKS))
                && (later.createdAt() == null
                        || with.createdAt() == null
                        // sources tell of logins by the second
                        || later.createdAt().getEpochSecond()
                                >= with.createdAt().getEpochSecond());
    }
}
