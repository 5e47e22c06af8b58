package dev.curfew.connector.postgres.catalog;

/// How a role's password is kept, if it has one. The server says which; what is kept never leaves it.
public enum PasswordKind {
    SCRAM("scram-sha-256"),
    MD5("md5"),
    NONE("none"),
    UNKNOWN("unknown");

    private final String word;

    PasswordKind(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    static PasswordKind of(String word) {
        for (PasswordKind kind : values()) {
            if (kind.word.equals(word)) {
                return kind;
            }
        }
        return UNKNOWN;
    }
}
