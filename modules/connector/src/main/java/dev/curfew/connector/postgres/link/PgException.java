package dev.curfew.connector.postgres.link;

/// A statement or a login failed. Carries no statement, and no value that was in one.
public final class PgException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient PgFailure failure;

    PgException(PgFailure failure) {
        super(failure.kind() + " " + failure.state());
        this.failure = failure;
    }

    public PgFailure failure() {
        return failure;
    }
}
