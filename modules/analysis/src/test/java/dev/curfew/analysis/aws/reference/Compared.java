package dev.curfew.analysis.aws.reference;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Compares one value of a request with one of a policy.
///
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html>
final class Compared {
    private Compared() {}

    /// @param operator in lower case, without `Not`, quantifier and `IfExists`
    /// @param policy its variables not yet filled in
    /// @param variables whether the policy's version has them
    /// @return empty where one of the two is not of the operator's type: no page says what holds then, and neither the
    ///     operator nor its negation does
    static Optional<Boolean> holds(String operator, String policy, String given, Query query, boolean variables) {
        return switch (operator) {
            case "stringequals" -> text(policy, given, query, variables, false);
            case "stringequalsignorecase" -> ignoringCase(policy, given, query, variables);
            case "stringlike" -> text(policy, given, query, variables, true);
            case "arnequals", "arnlike" -> arn(policy, given, query, variables);
            case "bool" -> truth(policy, given, query, variables);
            case "binaryequals" -> Optional.of(sameBytes(policy, given));
            case "ipaddress" -> address(policy, given);
            default -> ordered(operator, policy, given);
        };
    }

    /// A variable without a value is like nothing: "the value is effectively null".
    private static Optional<Boolean> text(
            String policy, String given, Query query, boolean variables, boolean wildcards) {
        return Optional.of(Template.of(policy, query, variables, wildcards)
                .filter(it -> it.matches(given))
                .isPresent());
    }

    private static Optional<Boolean> ignoringCase(String policy, String given, Query query, boolean variables) {
        return Optional.of(Template.of(policy, query, variables, false)
                .filter(it -> it.text().equalsIgnoreCase(given))
                .isPresent());
    }

    /// "Each of the six colon-delimited components of the ARN is checked separately".
    private static Optional<Boolean> arn(String policy, String given, Query query, boolean variables) {
        Optional<Template> filled = Template.of(policy, query, variables, true);
        if (filled.isEmpty()) {
            return Optional.of(false);
        }
        List<Template> parts = filled.get().parts();
        String[] own = given.split(":", 6);
        if (parts.size() < 5 || own.length < 5) {
            return Optional.empty();
        }
        boolean alike = parts.size() == own.length;
        for (int i = 0; alike && i < own.length; i++) {
            alike = parts.get(i).matches(own[i]);
        }
        return Optional.of(alike);
    }

    private static Optional<Boolean> truth(String policy, String given, Query query, boolean variables) {
        Optional<Template> filled = Template.of(policy, query, variables, false);
        if (filled.isEmpty()) {
            return Optional.of(false);
        }
        String bound = filled.get().text().toLowerCase(Locale.ROOT);
        String own = given.toLowerCase(Locale.ROOT);
        return isTruth(bound) && isTruth(own) ? Optional.of(bound.equals(own)) : Optional.empty();
    }

    private static boolean isTruth(String text) {
        return text.equals("true") || text.equals("false");
    }

    /// "byte for byte against a base-64 encoded representation".
    private static boolean sameBytes(String policy, String given) {
        try {
            Base64.Decoder decoder = Base64.getDecoder();
            return Arrays.equals(decoder.decode(policy), decoder.decode(given));
        } catch (IllegalArgumentException e) {
            return policy.equals(given);
        }
    }

    private static Optional<Boolean> ordered(String operator, String policy, String given) {
        boolean date = operator.startsWith("date");
        Optional<BigDecimal> bound = date ? seconds(policy) : number(policy);
        Optional<BigDecimal> own = date ? seconds(given) : number(given);
        if (bound.isEmpty() || own.isEmpty()) {
            return Optional.empty();
        }
        int order = own.get().compareTo(bound.get());
        return Optional.of(
                switch (operator.substring(date ? "date".length() : "numeric".length())) {
                    case "equals" -> order == 0;
                    case "lessthan" -> order < 0;
                    case "lessthanequals" -> order <= 0;
                    case "greaterthan" -> order > 0;
                    case "greaterthanequals" -> order >= 0;
                    default -> throw new IllegalArgumentException(operator);
                });
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /// YYYY, YYYY-MM, YYYY-MM-DD, or a time with its zone: "one of the W3C implementations of the ISO 8601 date formats
    /// or … epoch (UNIX) time"
    private static Optional<BigDecimal> seconds(String text) {
        if (text.matches("-?\\d+(\\.\\d+)?") && !text.matches("\\d{4}")) {
            return Optional.of(new BigDecimal(text));
        }
        try {
            Instant instant = text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text + "-01-01".substring(Math.min(6, Math.max(0, text.length() - 4))))
                            .atStartOfDay()
                            .toInstant(ZoneOffset.UTC);
            return Optional.of(
                    BigDecimal.valueOf(instant.getEpochSecond()).add(BigDecimal.valueOf(instant.getNano(), 9)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// Bit by bit: what stands before the prefix's end has to be the same.
    private static Optional<Boolean> address(String policy, String given) {
        String[] range = policy.split("/", 2);
        Optional<byte[]> network = octets(range[0]);
        Optional<byte[]> own = octets(given);
        if (network.isEmpty() || own.isEmpty()) {
            return Optional.empty();
        }
        int bits = network.get().length * 8;
        if (bits != own.get().length * 8) {
            return Optional.of(false);
        }
        int prefix = range.length == 1 ? bits : Integer.parseInt(range[1]);
        BigInteger mask =
                BigInteger.ONE.shiftLeft(prefix).subtract(BigInteger.ONE).shiftLeft(bits - prefix);
        return Optional.of(new BigInteger(1, network.get()).and(mask).equals(new BigInteger(1, own.get()).and(mask)));
    }

    /// Empty for what is no address; names are never looked up.
    private static Optional<byte[]> octets(String literal) {
        boolean four = literal.matches("\\d{1,3}(\\.\\d{1,3}){3}");
        boolean six = literal.matches("[0-9a-fA-F:]+") && literal.contains(":");
        if (!four && !six) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(literal).getAddress());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
