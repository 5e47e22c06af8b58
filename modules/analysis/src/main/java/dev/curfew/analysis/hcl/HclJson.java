package dev.curfew.analysis.hcl;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.curfew.analysis.PolicySyntaxException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// JSON as HCL: nested objects are blocks with labels, a list of objects is the same key again.
final class HclJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private HclJson() {}

    static HclValue.Body parse(String text) throws PolicySyntaxException {
        try (JsonParser parser = FACTORY.createParser(text)) {
            parser.nextToken();
            HclValue.Body body = new HclValue.Body(flat(object(parser)));
            if (parser.nextToken() != null) {
                throw new PolicySyntaxException("something follows the JSON object");
            }
            return body;
        } catch (IOException e) {
            throw new PolicySyntaxException("not JSON: " + firstLine(e));
        }
    }

    private static List<HclItem> object(JsonParser parser) throws IOException {
        List<HclItem> items = new ArrayList<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            int line = parser.currentLocation().getLineNr();
            String key = parser.currentName();
            parser.nextToken();
            items.add(new HclItem(List.of(key), value(parser), line));
        }
        return items;
    }

    private static HclValue value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> new HclValue.Body(object(parser));
            case START_ARRAY -> {
                List<HclValue> values = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    values.add(value(parser));
                }
                yield new HclValue.Items(values);
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new HclValue.Digits(parser.getText());
            case VALUE_TRUE -> new HclValue.Truth(true);
            case VALUE_FALSE -> new HclValue.Truth(false);
            case VALUE_NULL -> new HclValue.Nothing();
            case VALUE_STRING -> new HclValue.Text(parser.getText());
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("no value token: " + parser.currentToken());
        };
    }

    /// A key over a list of objects becomes that key once for each; a key over an object whose values are all objects
    /// becomes a block with their keys as labels. Both as often as they apply.
    private static List<HclItem> flat(List<HclItem> items) {
        List<HclItem> flat = new ArrayList<>();
        for (HclItem item : items) {
            switch (item.value()) {
                case HclValue.Items list
                when !list.values().isEmpty() && list.values().stream().allMatch(HclValue.Body.class::isInstance) ->
                    flat.addAll(flat(list.values().stream()
                            .map(value -> new HclItem(item.keys(), value, item.line()))
                            .toList()));
                case HclValue.Body body
                when !body.items().isEmpty()
                        && body.items().stream().allMatch(it -> it.value() instanceof HclValue.Body) ->
                    flat.addAll(flat(body.items().stream()
                            .map(inner -> nested(item, inner))
                            .toList()));
                case HclValue.Text _,
                        HclValue.Digits _,
                        HclValue.Truth _,
                        HclValue.Nothing _,
                        HclValue.Items _,
                        HclValue.Body _ -> flat.add(item);
            }
        }
        return flat;
    }

    private static HclItem nested(HclItem outer, HclItem inner) {
        List<String> keys = new ArrayList<>(outer.keys());
        keys.addAll(inner.keys());
        return new HclItem(keys, inner.value(), inner.line());
    }

    private static String firstLine(IOException e) {
        String message = String.valueOf(e.getMessage());
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
