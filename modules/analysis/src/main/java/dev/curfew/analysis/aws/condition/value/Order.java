package dev.curfew.analysis.aws.condition.value;

/// How the request's value has to stand to the policy's.
enum Order {
    EQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL;

    /// @param compared as `compareTo` says of the request's value against the policy's
    boolean holds(int compared) {
        return switch (this) {
            case EQUAL -> compared == 0;
            case LESS -> compared < 0;
            case LESS_OR_EQUAL -> compared <= 0;
            case GREATER -> compared > 0;
            case GREATER_OR_EQUAL -> compared >= 0;
        };
    }
}
