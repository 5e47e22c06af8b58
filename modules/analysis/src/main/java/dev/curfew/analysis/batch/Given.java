package dev.curfew.analysis.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/// One object of a case, read field by field. A field that is there with another type than expected is an error that
/// says where; `null` is the same as not there.
///
/// @param place where the object is: put together only for an error, as most cases have none
record Given(ObjectNode node, Supplier<String> place) {
    private static final Messages MESSAGES = Messages.of(Given.class);

    /// The field that [#lists] puts each list under.
    static final String ITEMS = "";

    static Given of(ObjectNode node) {
        return new Given(node, () -> "");
    }

    /// Where the object is: empty for the case itself, else ending in a dot.
    String at() {
        return place.get();
    }

    Optional<JsonNode> any(String field) {
        JsonNode value = node.path(field);
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value);
    }

    String text(String field) throws CaseException {
        return textIfThere(field).orElseThrow(() -> missing(field));
    }

    Optional<String> textIfThere(String field) throws CaseException {
        Optional<JsonNode> value = any(field);
        if (value.isPresent() && !value.get().isTextual()) {
            throw wrong(field, "text");
        }
        return value.map(JsonNode::textValue);
    }

    /// False when not there.
    boolean isTrue(String field) throws CaseException {
        Optional<JsonNode> value = any(field);
        if (value.isPresent() && !value.get().isBoolean()) {
            throw wrong(field, "truth");
        }
        return value.isPresent() && value.get().booleanValue();
    }

    Given object(String field) throws CaseException {
        return objectIfThere(field).orElseThrow(() -> missing(field));
    }

    Optional<Given> objectIfThere(String field) throws CaseException {
        Optional<JsonNode> value = any(field);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.get() instanceof ObjectNode object) {
            return Optional.of(new Given(object, () -> at() + field + "."));
        }
        throw wrong(field, "object");
    }

    /// Empty when not there.
    List<Given> objects(String field) throws CaseException {
        List<Given> objects = new ArrayList<>();
        for (JsonNode each : list(field)) {
            int number = objects.size();
            if (!(each instanceof ObjectNode object)) {
                throw wrong(item(field, number), "object");
            }
            objects.add(new Given(object, () -> at() + item(field, number) + "."));
        }
        return objects;
    }

    /// The lists in a list, each as an object whose one field, [#ITEMS], it is. Empty when not there.
    List<Given> lists(String field) throws CaseException {
        List<Given> lists = new ArrayList<>();
        for (JsonNode each : list(field)) {
            int number = lists.size();
            if (!each.isArray()) {
                throw wrong(item(field, number), "list");
            }
            ObjectNode items = JsonNodeFactory.instance.objectNode();
            items.set(ITEMS, each);
            lists.add(new Given(items, () -> at() + item(field, number)));
        }
        return lists;
    }

    /// Empty when not there.
    List<String> texts(String field) throws CaseException {
        List<String> texts = new ArrayList<>();
        for (JsonNode each : list(field)) {
            if (!each.isTextual()) {
                throw wrong(item(field, texts.size()), "text");
            }
            texts.add(each.textValue());
        }
        return texts;
    }

    private static String item(String field, int number) {
        return field + "[" + number + "]";
    }

    /// Empty when not there.
    Iterable<JsonNode> list(String field) throws CaseException {
        Optional<JsonNode> value = any(field);
        if (value.isEmpty()) {
            return List.of();
        }
        if (value.get() instanceof ArrayNode array) {
            return array;
        }
        throw wrong(field, "list");
    }

    /// The fields of an object whose fields are all texts. Empty when not there.
    Map<String, String> textFields(String field) throws CaseException {
        Map<String, String> texts = new TreeMap<>();
        Optional<Given> object = objectIfThere(field);
        if (object.isPresent()) {
            for (Map.Entry<String, JsonNode> each : object.get().node().properties()) {
                texts.put(each.getKey(), object.get().text(each.getKey()));
            }
        }
        return texts;
    }

    CaseException missing(String field) {
        return new CaseException(MESSAGES.text("missing", at() + field));
    }

    /// @param expected `text`, `truth`, `number`, `object` or `list`
    CaseException wrong(String field, String expected) {
        return new CaseException(MESSAGES.text("wrong", at() + field, MESSAGES.text("expected." + expected)));
    }
}
