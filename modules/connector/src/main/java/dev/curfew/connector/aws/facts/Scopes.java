package dev.curfew.connector.aws.facts;

/// The scopes of coverage besides the four lists of `Section`.
public final class Scopes {
    public static final String ACCOUNT = "account";
    public static final String POLICY_RESOURCES = "policy-resources";
    public static final String ACCESS_KEYS = "access-keys";
    public static final String ACCESS_KEY_LAST_USED = "access-key-last-used";
    public static final String PASSWORDS = "passwords";

    private Scopes() {}
}
