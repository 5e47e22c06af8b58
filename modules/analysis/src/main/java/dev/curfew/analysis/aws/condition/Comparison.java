package dev.curfew.analysis.aws.condition;

import java.math.BigDecimal;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;

/// The base of a condition operator: how one value of the policy is compared with one of the request. A value that is
/// not of the operator's type never compares.
enum Comparison {
    STRING_EQUALS("StringEquals", true) {
        @Override
        boolean holds(String policy, String given) {
            return policy.equals(given);
        }
    },
    STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", true) {
        @Override
        boolean holds(String policy, String given) {
            return policy.equalsIgnoreCase(given);
        }
    },
    STRING_LIKE("StringLike", true) {
        @Override
        boolean holds(String policy, String given) {
            return Glob.ofCompiled(policy).matches(given);
        }
    },
    ARN_EQUALS("ArnEquals", true) {
        @Override
        boolean holds(String policy, String given) {
            return Arns.matches(policy, given);
        }
    },
    ARN_LIKE("ArnLike", true) {
        @Override
        boolean holds(String policy, String given) {
            return Arns.matches(policy, given);
        }
    },
    NUMERIC_EQUALS("NumericEquals", false) {
        @Override
        boolean holds(String policy, String given) {
            return numbers(policy, given, order -> order == 0);
        }
    },
    NUMERIC_LESS_THAN("NumericLessThan", false) {
        @Override
        boolean holds(String policy, String given) {
            return numbers(policy, given, order -> order < 0);
        }
    },
    NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals", false) {
        @Override
        boolean holds(String policy, String given) {
            return numbers(policy, given, order -> order <= 0);
        }
    },
    NUMERIC_GREATER_THAN("NumericGreaterThan", false) {
        @Override
        boolean holds(String policy, String given) {
            return numbers(policy, given, order -> order > 0);
        }
    },
    NUMERIC_GREATER_THAN_EQUALS("NumericGreaterThanEquals", false) {
        @Override
        boolean holds(String policy, String given) {
            return numbers(policy, given, order -> order >= 0);
        }
    },
    DATE_EQUALS("DateEquals", false) {
        @Override
        boolean holds(String policy, String given) {
            return dates(policy, given, order -> order == 0);
        }
    },
    DATE_LESS_THAN("DateLessThan", false) {
        @Override
        boolean holds(String policy, String given) {
            return dates(policy, given, order -> order < 0);
        }
    },
    DATE_LESS_THAN_EQUALS("DateLessThanEquals", false) {
        @Override
        boolean holds(String policy, String given) {
            return dates(policy, given, order -> order <= 0);
        }
    },
    DATE_GREATER_THAN("DateGreaterThan", false) {
        @Override
        boolean holds(String policy, String given) {
            return dates(policy, given, order -> order > 0);
        }
    },
    DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals", false) {
        @Override
        boolean holds(String policy, String given) {
            return dates(policy, given, order -> order >= 0);
        }
    },
    BOOL("Bool", false) {
        @Override
        boolean holds(String policy, String given) {
            return policy.equalsIgnoreCase(given);
        }
    },
    BINARY_EQUALS("BinaryEquals", false) {
        @Override
        boolean holds(String policy, String given) {
            return policy.equals(given) || sameBytes(policy, given);
        }
    },
    IP_ADDRESS("IpAddress", false) {
        @Override
        boolean holds(String policy, String given) {
            return Addresses.contains(policy, given);
        }
    };

    private final String text;
    private final boolean variables;

    Comparison(String text, boolean variables) {
        this.text = text;
        this.variables = variables;
    }

    abstract boolean holds(String policy, String given);

    /// Whether its values may hold policy variables.
    boolean hasVariables() {
        return variables;
    }

    /// Whether its values may hold wildcards.
    boolean hasWildcards() {
        return this == STRING_LIKE || this == ARN_EQUALS || this == ARN_LIKE;
    }

    static Optional<Comparison> of(String text) {
        for (Comparison comparison : values()) {
            if (comparison.text.toLowerCase(Locale.ROOT).equals(text)) {
                return Optional.of(comparison);
            }
        }
        return Optional.empty();
    }

    private static boolean numbers(String policy, String given, IntPredicate order) {
        try {
            return order.test(new BigDecimal(given.strip()).compareTo(new BigDecimal(policy.strip())));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean dates(String policy, String given, IntPredicate order) {
        return Dates.parse(given)
                .flatMap(at -> Dates.parse(policy).map(bound -> order.test(at.compareTo(bound))))
                .orElse(false);
    }

    private static boolean sameBytes(String policy, String given) {
        try {
            return java.util.Arrays.equals(
                    Base64.getDecoder().decode(policy), Base64.getDecoder().decode(given));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
