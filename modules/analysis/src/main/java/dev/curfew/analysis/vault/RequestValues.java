package dev.curfew.analysis.vault;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.analysis.hcl.HclItem;
import dev.curfew.analysis.hcl.HclValue;
import java.util.ArrayList;
import java.util.List;

/// What a request's JSON says, in the terms that a policy's parameters are written in.
public final class RequestValues {
    private RequestValues() {}

    public static HclValue of(JsonNode value) {
        if (value.isTextual()) {
            return new HclValue.Text(value.textValue());
        }
        if (value.isBoolean()) {
            return new HclValue.Truth(value.booleanValue());
        }
        if (value.isArray()) {
            return new HclValue.Items(value.valueStream().map(RequestValues::of).toList());
        }
        if (value.isObject()) {
            List<HclItem> items = new ArrayList<>();
            value.properties()
                    .forEach(field -> items.add(new HclItem(List.of(field.getKey()), of(field.getValue()), 1)));
            return new HclValue.Body(items);
        }
        // null, like a number, is equal to nothing that a policy can list
        return new HclValue.Digits(value.asText(), value.isIntegralNumber());
    }
}
