package dev.curfew.analysis.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.curfew.analysis.json.JsonText;
import dev.curfew.analysis.json.JsonTexts;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One object or list of a case, read from its text field by field. What is there with another type than expected is
/// an error that says where; `null` is the same as not there.
///
/// @param at where it is in the text
/// @param parent what it is in; null for the case itself
/// @param field of the parent; empty for what is in a list of lists
/// @param number in the field's list; negative where it is no item
record CaseObject(JsonText json, int at, @Nullable CaseObject parent, String field, int number) {
    private static final Messages MESSAGES = Messages.of(CaseObject.class);
    private static final int NO_ITEM = -1;

    static CaseObject of(JsonText json) {
        return new CaseObject(json, JsonText.ROOT, null, "", NO_ITEM);
    }

    /// Where it is, as a person reads it: empty for the case itself.
    private String name() {
        if (parent == null) {
            return "";
        }
        String above = parent.name();
        String dot = above.isEmpty() || field.isEmpty() ? "" : ".";
        return above + dot + field + (number < 0 ? "" : "[" + number + "]");
    }

    /// Where a field of it is, as a person reads it.
    String place(String name) {
        String above = name();
        return above.isEmpty() ? name : above + "." + name;
    }

    /// Where the field's value is; nowhere for one that is not there.
    int any(String name) {
        int value = json.field(at, name);
        return value >= 0 && json.isNull(value) ? JsonText.NOWHERE : value;
    }

    /// A field as a tree has it; missing where it is not there.
    JsonNode tree(String name) {
        int value = json.field(at, name);
        return value < 0 ? MissingNode.getInstance() : json.tree(value);
    }

    String text(String name) throws CaseException {
        return text(name, any(name));
    }

    Optional<String> textIfThere(String name) throws CaseException {
        int value = any(name);
        return value < 0 ? Optional.empty() : Optional.of(text(name, value));
    }

    private String text(String name, int value) throws CaseException {
        if (value < 0 || json.isNull(value)) {
            throw missing(name);
        }
        if (!json.isText(value)) {
            throw wrong(name, "text");
        }
        return json.text(value);
    }

    /// False when not there.
    boolean isTrue(String name) throws CaseException {
        int value = any(name);
        if (value >= 0 && !json.isTruth(value)) {
            throw wrong(name, "truth");
        }
        return value >= 0 && json.isTrue(value);
    }

    CaseObject object(String name) throws CaseException {
        return objectIfThere(name).orElseThrow(() -> missing(name));
    }

    Optional<CaseObject> objectIfThere(String name) throws CaseException {
        int value = any(name);
        if (value < 0) {
            return Optional.empty();
        }
        if (!json.isObject(value)) {
            throw wrong(name, "object");
        }
        return Optional.of(new CaseObject(json, value, this, name, NO_ITEM));
    }

    /// The objects in a field's list. Empty when not there.
    List<CaseObject> objects(String name) throws CaseException {
        return items(list(name), name, true);
    }

    /// The lists in a field's list. Empty when not there.
    List<CaseObject> lists(String name) throws CaseException {
        return items(list(name), name, false);
    }

    /// The objects in this list.
    List<CaseObject> objects() throws CaseException {
        return items(at, "", true);
    }

    private List<CaseObject> items(int list, String name, boolean objects) throws CaseException {
        if (list < 0) {
            return List.of();
        }
        List<CaseObject> items = new ArrayList<>(json.size(list));
        int each = json.first(list);
        for (int i = 0; i < json.size(list); i++) {
            if (!(objects ? json.isObject(each) : json.isList(each))) {
                throw wrong(name + "[" + i + "]", objects ? "object" : "list");
            }
            items.add(new CaseObject(json, each, this, name, i));
            each = json.after(each);
        }
        return items;
    }

    /// Empty when not there.
    JsonTexts texts(String name) throws CaseException {
        int list = list(name);
        if (list < 0) {
            return JsonTexts.NONE;
        }
        int each = json.first(list);
        for (int i = 0; i < json.size(list); i++) {
            if (!json.isText(each)) {
                throw wrong(name + "[" + i + "]", "text");
            }
            each = json.after(each);
        }
        return JsonTexts.of(json, list);
    }

    /// Where the list is; nowhere for one that is not there.
    int list(String name) throws CaseException {
        int value = any(name);
        if (value >= 0 && !json.isList(value)) {
            throw wrong(name, "list");
        }
        return value;
    }

    /// The fields of an object whose fields are all texts. Empty when not there.
    Map<String, String> textFields(String name) throws CaseException {
        Map<String, String> texts = new TreeMap<>();
        Optional<CaseObject> object = objectIfThere(name);
        if (object.isPresent()) {
            int field = json.first(object.get().at);
            for (int left = json.size(object.get().at); left > 0; left--) {
                String key = json.text(field);
                int value = json.value(field);
                texts.put(key, object.get().text(key, value));
                field = json.after(value);
            }
        }
        return texts;
    }

    CaseException missing(String name) {
        return new CaseException(MESSAGES.text("missing", place(name)));
    }

    /// @param expected `text`, `truth`, `number`, `object` or `list`
    CaseException wrong(String name, String expected) {
        // An item of a list of lists stands right behind its list.
        String place = name.startsWith("[") ? name() + name : place(name);
        return new CaseException(MESSAGES.text("wrong", place, MESSAGES.text("expected." + expected)));
    }
}
