package dev.curfew.app.console.component.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// JSON as people write it: an object a line each, lists of plain values on one.
public final class PrettyJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String INDENT = "  ";

    /// A longer list of plain values has a line for each.
    private static final int LINE_MAX = 90;

    private final StringBuilder text = new StringBuilder();

    private PrettyJson() {}

    /// Laid out; what is not JSON (a policy in HCL) stays as it is.
    public static String of(String text) {
        try {
            PrettyJson pretty = new PrettyJson();
            pretty.write(MAPPER.readTree(text), "");
            return pretty.text.toString();
        } catch (JsonProcessingException e) {
            return text;
        }
    }

    private void write(JsonNode node, String indent) {
        boolean plain = node.isValueNode() || node.isEmpty() || isLine(node, indent);
        if (plain) {
            text.append(line(node));
            return;
        }
        String inside = indent + INDENT;
        text.append(node.isArray() ? "[" : "{");
        String comma = "\n";
        if (node.isArray()) {
            for (JsonNode each : node) {
                text.append(comma).append(inside);
                write(each, inside);
                comma = ",\n";
            }
        } else {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                text.append(comma).append(inside).append(quoted(field.getKey())).append(": ");
                write(field.getValue(), inside);
                comma = ",\n";
            }
        }
        text.append('\n').append(indent).append(node.isArray() ? "]" : "}");
    }

    private static boolean isLine(JsonNode node, String indent) {
        if (!node.isArray() || indent.length() + line(node).length() > LINE_MAX) {
            return false;
        }
        for (JsonNode each : node) {
            if (each.isContainerNode()) {
                return false;
            }
        }
        return true;
    }

    private static String line(JsonNode node) {
        if (!node.isArray() || node.isEmpty()) {
            return node.toString();
        }
        List<String> parts = new ArrayList<>();
        node.forEach(each -> parts.add(each.toString()));
        return "[" + String.join(", ", parts) + "]";
    }

    private static String quoted(String name) {
        return MAPPER.getNodeFactory().textNode(name).toString();
    }
}
