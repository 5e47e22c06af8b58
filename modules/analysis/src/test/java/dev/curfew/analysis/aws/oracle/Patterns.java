package dev.curfew.analysis.aws.oracle;

import java.util.ArrayList;
import java.util.List;

/// Wildcards put into texts and ARNs.
final class Patterns {
    private Patterns() {}

    /// A pattern that is the text, or near it.
    static String of(Dice dice, String text) {
        if (text.isEmpty() || text.contains("${")) {
            return text + dice.of("", "*");
        }
        int at = dice.below(text.length());
        int end = at + 1 + dice.below(text.length() - at);
        return switch (dice.below(5)) {
            case 0 -> text.substring(0, at) + "*";
            case 1 -> "*" + text.substring(at);
            case 2 -> text.substring(0, at) + "*" + text.substring(end);
            case 3 -> text.substring(0, at) + "?" + text.substring(at + 1);
            default -> text + "*";
        };
    }

    /// A pattern of ARNs, mostly of six parts; wildcards stay out of the service.
    static String ofArn(Dice dice, String arn) {
        if (arn.equals("*") || dice.percent(12)) {
            return "*";
        }
        if (dice.percent(30)) {
            return arn;
        }
        List<String> parts = new ArrayList<>(List.of(arn.split(":", 6)));
        if (dice.percent(4)) {
            return String.join(":", parts.subList(0, 2 + dice.below(4))) + dice.of("", "*", ":*");
        }
        if (dice.percent(4)) {
            return String.join(":", parts.subList(0, 3)) + dice.of(":*:", ":e*:", ":*1:", ":e?:") + parts.get(5);
        }
        if (dice.percent(30)) {
            int part = dice.of(3, 4);
            parts.set(part, dice.percent(80) ? "*" : of(dice, parts.get(part)));
        }
        String name = parts.get(5);
        int type = arn.startsWith("arn:aws:s3:::") ? 0 : Math.max(name.indexOf('/'), name.indexOf(':')) + 1;
        if (dice.percent(70)) {
            parts.set(5, name.substring(0, type) + within(dice, name.substring(type)));
        }
        return String.join(":", parts);
    }

    private static String within(Dice dice, String name) {
        int slash = name.lastIndexOf('/');
        if (dice.percent(12)) {
            return name.substring(0, slash + 1) + Values.variable(dice) + dice.of("", "*", "/*");
        }
        return dice.percent(10) ? "other-" + name : of(dice, name);
    }
}
