package dev.curfew.analysis.aws.oracle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/// Conditions with every operator.
final class Conditions {
    private static final Map<String, List<String>> OPERATORS = Map.of(
            "String",
                    List.of(
                            "StringEquals",
                            "StringNotEquals",
                            "StringEqualsIgnoreCase",
                            "StringNotEqualsIgnoreCase",
                            "StringLike",
                            "StringNotLike"),
            "Numeric",
                    List.of(
                            "NumericEquals",
                            "NumericNotEquals",
                            "NumericLessThan",
                            "NumericLessThanEquals",
                            "NumericGreaterThan",
                            "NumericGreaterThanEquals"),
            "Date",
                    List.of(
                            "DateEquals",
                            "DateNotEquals",
                            "DateLessThan",
                            "DateLessThanEquals",
                            "DateGreaterThan",
                            "DateGreaterThanEquals"),
            "Bool", List.of("Bool"),
            "Binary", List.of("BinaryEquals"),
            "IpAddress", List.of("IpAddress", "NotIpAddress"),
            "Arn", List.of("ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike"));

    private Conditions() {}

    static ObjectNode draw(Dice dice, Scene scene) {
        ObjectNode condition = JsonNodeFactory.instance.objectNode();
        int count = 1 + dice.below(2);
        for (int i = 0; i < count; i++) {
            add(condition, dice, scene);
        }
        return condition;
    }

    private static void add(ObjectNode condition, Dice dice, Scene scene) {
        String key = dice.of(Values.KEYS);
        if (dice.percent(10)) {
            condition.withObjectProperty("Null").put(Scene.oddCase(dice, key), dice.of("true", "false", "True"));
            return;
        }
        String type = Values.type(key).replace("Epoch", "Date");
        String base = dice.of(OPERATORS.getOrDefault(type, List.of("StringEquals")));
        boolean several = Scene.SEVERAL.contains(key);
        String quantifier =
                (several && dice.percent(85)) || dice.percent(3) ? dice.of("ForAllValues:", "ForAnyValue:") : "";
        boolean ifExists = dice.percent(quantifier.equals("ForAnyValue:") ? 3 : 20);
        String operator = Scene.oddCase(dice, quantifier + base + (ifExists ? "IfExists" : ""));
        ObjectNode keys = condition.withObjectProperty(operator);
        boolean wildcards = base.contains("Like") || base.startsWith("Arn");
        String written = Scene.oddCase(dice, key);
        if (dice.percent(50)) {
            keys.put(written, Values.ofPolicy(dice, key, scene, wildcards));
        } else {
            ArrayNode list = keys.putArray(written);
            int size = dice.below(10) == 0 ? 0 : 1 + dice.below(3);
            for (int i = 0; i < size; i++) {
                list.add(Values.ofPolicy(dice, key, scene, wildcards));
            }
        }
    }
}
