package dev.curfew.connector.aws.key;

import dev.curfew.connector.aws.call.AwsAnswer;

/// How an account lists one access key.
sealed interface KeyStanding {
    /// Exactly one user has it.
    record Held(String userName, boolean active) implements KeyStanding {}

    /// The account was asked, and has no such key.
    record Gone(String detail) implements KeyStanding {}

    /// It cannot be said whose it is.
    record Ambiguous(String detail) implements KeyStanding {}

    /// The account did not tell.
    record Untold(AwsAnswer answer) implements KeyStanding {}
}
