package dev.curfew.analysis.aws.oracle;

import java.util.List;
import java.util.Map;

/// Context keys, the values that requests have for them, and the values that policies compare them with.
final class Values {
    private static final List<String> TEXTS =
            List.of("ann", "Ann", "red", "a*b", "a?c", "x$y", "${z}", "ä", "Ä", "日本", "a.b+c(d)", "two words", "50%");
    private static final List<String> NUMBERS = List.of("0", "1", "-3", "10", "10.0", "9.75", "3600", "007");
    private static final List<String> DATES = List.of(
            "2026-01-01T00:00:00Z",
            "2026-11-22T09:30:00Z",
            "2026-11-22T10:30:00+01:00",
            "2027-06-30",
            "2026-11-22T09:30:00.500Z");
    private static final List<String> EPOCHS = List.of("1700000000", "1795339800", "0");
    private static final List<String> ADDRESSES =
            List.of("10.1.2.3", "203.0.113.7", "192.168.0.1", "2001:db8::1", "2001:DB8:0:1::FF");
    private static final List<String> RANGES = List.of(
            "10.0.0.0/8",
            "203.0.113.0/24",
            "0.0.0.0/0",
            "10.1.2.3/32",
            "192.168.0.0/17",
            "2001:db8::/32",
            "::/0",
            "10.1.2.3",
            "2001:db8:0:0::1");
    private static final List<String> ARNS = List.of(
            "arn:aws:s3:::logs",
            "arn:aws:sns:eu-west-1:111122223333:alarms",
            "arn:aws:lambda:eu-west-1:111122223333:function:resize",
            "arn:aws:iam::111122223333:role/ci");
    private static final List<String> BYTES = List.of("AAEC", "/+8=", "QQ==");
    private static final List<String> TRUTHS = List.of("true", "false", "True", "FALSE");

    /// What kind of values a key has: the beginning of the operators for it.
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("aws:username", "String"),
            Map.entry("aws:PrincipalTag/team", "String"),
            Map.entry("aws:PrincipalTag/Größe", "String"),
            Map.entry("aws:RequestTag/env", "String"),
            Map.entry("aws:userid", "String"),
            Map.entry("s3:prefix", "String"),
            Map.entry("aws:TagKeys", "String"),
            Map.entry("aws:PrincipalOrgPaths", "String"),
            Map.entry("my:Several", "String"),
            Map.entry("aws:MultiFactorAuthAge", "Numeric"),
            Map.entry("s3:max-keys", "Numeric"),
            Map.entry("aws:CurrentTime", "Date"),
            Map.entry("aws:EpochTime", "Epoch"),
            Map.entry("aws:SecureTransport", "Bool"),
            Map.entry("my:Bytes", "Binary"),
            Map.entry("aws:SourceIp", "IpAddress"),
            Map.entry("aws:PrincipalArn", "Arn"),
            Map.entry("aws:SourceArn", "Arn"));

    static final List<String> KEYS = TYPES.keySet().stream().sorted().toList();

    private Values() {}

    static String type(String key) {
        return TYPES.getOrDefault(key, "String");
    }

    static String given(Dice dice, String key) {
        return switch (type(key)) {
            case "Numeric" -> dice.of(NUMBERS);
            case "Date" -> dice.of(DATES);
            case "Epoch" -> dice.of(EPOCHS);
            case "Bool" -> dice.of(TRUTHS);
            case "Binary" -> dice.of(BYTES);
            case "IpAddress" -> dice.of(ADDRESSES);
            case "Arn" -> dice.of(ARNS);
            default -> dice.of(TEXTS);
        };
    }

    /// A value of a policy: often the request's own, or a pattern of it, or something near.
    static String ofPolicy(Dice dice, String key, Scene scene, boolean wildcards) {
        String type = type(key);
        if (type.equals("IpAddress")) {
            return dice.of(RANGES);
        }
        List<String> own = scene.values(key);
        String value = own.isEmpty() || dice.percent(40) ? given(dice, key) : dice.of(own);
        if (!type.equals("String") && !type.equals("Arn")) {
            return dice.percent(4) ? ofOtherKind(dice, type, value) : value;
        }
        String literal = dice.percent(50) ? escaped(value) : value;
        if (type.equals("String") && dice.percent(15)) {
            return variable(dice);
        }
        return wildcards && dice.percent(50) ? Patterns.of(dice, literal) : literal;
    }

    private static String ofOtherKind(Dice dice, String type, String value) {
        return switch (type) {
            case "Date" -> dice.of(EPOCHS);
            case "Epoch" -> dice.of(DATES);
            case "Bool" -> dice.of("${aws:SecureTransport}", "yes");
            case "Numeric" -> dice.of("many", "-");
            default -> value;
        };
    }

    /// Any text as itself.
    private static String escaped(String value) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            escaped.append(c == '*' || c == '?' || c == '$' ? "${" + c + "}" : String.valueOf(c));
        }
        return escaped.toString();
    }

    static String variable(Dice dice) {
        return dice.of(
                "${aws:username}",
                "${AWS:UserName}",
                "${aws:PrincipalTag/team, 'red'}",
                "${aws:PrincipalTag/missing, 'ann'}",
                "${aws:PrincipalTag/missing}",
                "${aws:userid}",
                "x${aws:username}",
                "${aws:TagKeys}");
    }
}
