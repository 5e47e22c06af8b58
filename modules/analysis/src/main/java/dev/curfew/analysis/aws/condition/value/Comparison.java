package dev.curfew.analysis.aws.condition.value;

import java.util.Optional;

/// The base of a condition operator: what kind of values it compares, and how.
public enum Comparison {
    STRING_EQUALS("StringEquals", Kind.TEXT, Order.EQUAL),
    STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", Kind.TEXT_IGNORING_CASE, Order.EQUAL),
    STRING_LIKE("StringLike", Kind.PATTERN, Order.EQUAL),
    ARN_EQUALS("ArnEquals", Kind.ARN, Order.EQUAL),
    ARN_LIKE("ArnLike", Kind.ARN, Order.EQUAL),
    NUMERIC_EQUALS("NumericEquals", Kind.NUMBER, Order.EQUAL),
    NUMERIC_LESS_THAN("NumericLessThan", Kind.NUMBER, Order.LESS),
    NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals", Kind.NUMBER, Order.LESS_OR_EQUAL),
    NUMERIC_GREATER_THAN("NumericGreaterThan", Kind.NUMBER, Order.GREATER),
    NUMERIC_GREATER_THAN_EQUALS("NumericGreaterThanEquals", Kind.NUMBER, Order.GREATER_OR_EQUAL),
    DATE_EQUALS("DateEquals", Kind.DATE, Order.EQUAL),
    DATE_LESS_THAN("DateLessThan", Kind.DATE, Order.LESS),
    DATE_LESS_THAN_EQUALS("DateLessThanEquals", Kind.DATE, Order.LESS_OR_EQUAL),
    DATE_GREATER_THAN("DateGreaterThan", Kind.DATE, Order.GREATER),
    DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals", Kind.DATE, Order.GREATER_OR_EQUAL),
    BOOL("Bool", Kind.TRUTH, Order.EQUAL),
    BINARY_EQUALS("BinaryEquals", Kind.BYTES, Order.EQUAL),
    IP_ADDRESS("IpAddress", Kind.ADDRESS, Order.EQUAL);

    /// What kind of values are compared.
    public enum Kind {
        TEXT,
        TEXT_IGNORING_CASE,
        PATTERN,
        ARN,
        NUMBER,
        DATE,
        TRUTH,
        BYTES,
        ADDRESS
    }

    private final String text;
    private final Kind kind;
    private final Order order;

    Comparison(String text, Kind kind, Order order) {
        this.text = text;
        this.kind = kind;
        this.order = order;
    }

    /// The operator's name.
    public String text() {
        return text;
    }

    /// The name of the operator that says "is not", where there is one: only for what is equal, like, or within.
    public Optional<String> negatedText() {
        return switch (this) {
            case IP_ADDRESS -> Optional.of("NotIpAddress");
            case BOOL, BINARY_EQUALS -> Optional.empty();
            case STRING_LIKE -> Optional.of("StringNotLike");
            case ARN_LIKE -> Optional.of("ArnNotLike");
            default -> order == Order.EQUAL ? Optional.of(text.replace("Equals", "NotEquals")) : Optional.empty();
        };
    }

    /// Whether its values may hold policy variables: each operator's section says so. Of Bool another page says the
    /// opposite; the operators' own page and iam-simulate agree.
    ///
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html>
    public boolean hasVariables() {
        return kind == Kind.TEXT || kind == Kind.TEXT_IGNORING_CASE || kind == Kind.TRUTH || hasWildcards();
    }

    public Kind kind() {
        return kind;
    }

    /// Whether its values may hold wildcards.
    public boolean hasWildcards() {
        return kind == Kind.PATTERN || kind == Kind.ARN;
    }

    /// @param value of the policy, its variables filled in
    /// @param marked whether only marked wildcards are such (see [Glob#wildcards])
    public ValueTest compile(String value, boolean marked) {
        return switch (kind) {
            case TEXT -> Texts.equal(value);
            case TEXT_IGNORING_CASE -> Texts.equalIgnoringCase(value);
            case PATTERN -> Texts.like(value, marked);
            case ARN -> Arns.like(value, marked);
            case NUMBER -> Numbers.compared(value, order);
            case DATE -> Dates.compared(value, order);
            case TRUTH -> Texts.truth(value);
            case BYTES -> Texts.sameBytes(value);
            case ADDRESS -> Addresses.within(value);
        };
    }
}
