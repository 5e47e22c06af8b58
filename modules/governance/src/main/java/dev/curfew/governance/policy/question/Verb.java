package dev.curfew.governance.policy.question;

import java.util.Locale;

/// What is asked for.
public enum Verb {
    /// A credential, for a stretch of time.
    ISSUE,
    /// The same again, when its time is over.
    RENEW,
    /// A longer stretch for one that is running.
    EXTEND;

    /// As policies name it.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
