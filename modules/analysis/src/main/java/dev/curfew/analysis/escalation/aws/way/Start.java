package dev.curfew.analysis.escalation.aws.way;

import dev.curfew.analysis.escalation.aws.account.Verdict;

/// What a way through a service takes whatever the role.
///
/// @param resource what is there already; empty: something new
public record Start(Verdict verdict, String resource) {
    public static final Start NONE = new Start(Verdict.NO, "");
}
