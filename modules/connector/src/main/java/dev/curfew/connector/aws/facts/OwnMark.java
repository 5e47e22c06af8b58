package dev.curfew.connector.aws.facts;

/// The mark on what Curfew itself uses, so that it is seen in its own inventory and comes last in a revocation.
public final class OwnMark {
    public static final String KEY = "curfew:own";
    public static final String VALUE = "true";

    private OwnMark() {}
}
