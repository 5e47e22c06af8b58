package dev.curfew.analysis.narrowing.openbao;

import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.hcl.HclItem;
import dev.curfew.analysis.hcl.HclParser;
import dev.curfew.analysis.hcl.HclValue;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes HCL, and makes sure that it reads as what was written: not all that can be read can be written.
final class HclText {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final String INDENT = "  ";

    private HclText() {}

    /// @throws PolicySyntaxException if it cannot be written so that it reads the same
    static String of(HclValue.Body body) throws PolicySyntaxException {
        StringBuilder text = new StringBuilder();
        body.items().forEach(item -> item(text, "", item));
        String written = text.toString();
        if (!bare(HclParser.parse(written)).equals(bare(body))) {
            throw new PolicySyntaxException("it cannot be written again so that it reads the same");
        }
        return written;
    }

    private static void item(StringBuilder text, String indent, HclItem item) {
        text.append(indent).append(name(item.key()));
        item.keys().stream().skip(1).forEach(label -> text.append(' ').append(quoted(label)));
        if (item.value() instanceof HclValue.Body body) {
            text.append(" {\n");
            body.items().forEach(inner -> item(text, indent + INDENT, inner));
            text.append(indent).append("}\n");
        } else {
            text.append(" = ").append(value(item.value())).append('\n');
        }
    }

    private static String value(HclValue value) {
        return switch (value) {
            case HclValue.Text(String text) -> quoted(text);
            case HclValue.Digits digits -> digits.text();
            case HclValue.Truth truth -> String.valueOf(truth.value());
            case HclValue.Items list ->
                list.values().stream().map(HclText::value).collect(Collectors.joining(", ", "[", "]"));
            case HclValue.Body body -> {
                StringBuilder inner = new StringBuilder("{\n");
                body.items().forEach(item -> item(inner, INDENT, item));
                yield inner.append('}').toString();
            }
        };
    }

    private static String name(String key) {
        return NAME.matcher(key).matches() ? key : quoted(key);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }

    /// Without the lines that things stand on.
    private static HclValue bare(HclValue value) {
        return switch (value) {
            case HclValue.Body body ->
                new HclValue.Body(body.items().stream()
                        .map(item -> new HclItem(item.keys(), bare(item.value()), 0))
                        .toList());
            case HclValue.Items list ->
                new HclValue.Items(list.values().stream().map(HclText::bare).toList());
            case HclValue.Text _, HclValue.Digits _, HclValue.Truth _ -> value;
        };
    }

    /// A block with other capabilities, and another path where one is given; all else as it was.
    static HclItem block(HclItem block, List<String> keys, List<String> capabilities) {
        HclValue granted = new HclValue.Items(
                capabilities.stream().<HclValue>map(HclValue.Text::new).toList());
        HclItem first = new HclItem(List.of("capabilities"), granted, block.line());
        List<HclItem> items = new ArrayList<>(List.of(first));
        ((HclValue.Body) block.value())
                .items().stream()
                        .filter(item -> !item.key().equals("capabilities")
                                && !item.key().equals("policy"))
                        .forEach(items::add);
        return new HclItem(keys, new HclValue.Body(items), block.line());
    }
}
