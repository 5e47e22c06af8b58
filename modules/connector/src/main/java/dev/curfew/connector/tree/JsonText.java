package dev.curfew.connector.tree;

import dev.curfew.model.text.CanonicalJson;
import java.util.List;
import java.util.Map;

/// Writes a tree back as JSON without white space, in the order it was written: two files that differ in layout only
/// give one text. The order stays because people read policies, and look for what they wrote.
public final class JsonText {
    private final StringBuilder out = new StringBuilder();

    private JsonText() {}

    public static String of(Node node) {
        JsonText json = new JsonText();
        json.write(node);
        return json.out.toString();
    }

    private void write(Node node) {
        switch (node) {
            case Node.Text text -> out.append(CanonicalJson.text(text.value()));
            case Node.Literal literal -> out.append(literal.value());
            case Node.Items items -> writeItems(items.nodes());
            case Node.Fields fields -> writeFields(fields.fields());
            case Node.Empty _ -> out.append("\"\"");
        }
    }

    private void writeItems(List<Node> nodes) {
        String separator = "[";
        for (Node node : nodes) {
            out.append(separator);
            write(node);
            separator = ",";
        }
        out.append(nodes.isEmpty() ? "[]" : "]");
    }

    private void writeFields(Map<String, Node> fields) {
        String separator = "{";
        for (Map.Entry<String, Node> field : fields.entrySet()) {
            out.append(separator).append(CanonicalJson.text(field.getKey())).append(':');
            write(field.getValue());
            separator = ",";
        }
        out.append(fields.isEmpty() ? "{}" : "}");
    }
}
