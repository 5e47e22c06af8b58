package dev.curfew.analysis.aws.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Makes a case smaller for as long as it stays interesting, so that a person sees what it is about.
public final class Shrink {
    private Shrink() {}

    public static ObjectNode smallest(ObjectNode drawn, Predicate<ObjectNode> interesting) {
        ObjectNode smallest = drawn;
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            for (String pointer : removable("", smallest)) {
                ObjectNode without = smallest.deepCopy();
                remove(without, pointer);
                if (interesting.test(without)) {
                    smallest = without;
                    smaller = true;
                    break;
                }
            }
        }
        return smallest;
    }

    private static List<String> removable(String at, JsonNode node) {
        List<String> pointers = new ArrayList<>();
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                pointers.add(at + "/" + i);
                pointers.addAll(removable(at + "/" + i, node.get(i)));
            }
        } else {
            node.properties().forEach(field -> {
                String pointer = at + "/" + field.getKey().replace("~", "~0").replace("/", "~1");
                // without these it would be about another question
                if (!pointer.startsWith("/request") || pointer.startsWith("/request/context/")) {
                    pointers.add(pointer);
                }
                pointers.addAll(removable(pointer, field.getValue()));
            });
        }
        return pointers;
    }

    private static void remove(ObjectNode root, String pointer) {
        int last = pointer.lastIndexOf('/');
        JsonNode parent = root.at(pointer.substring(0, last));
        String name = pointer.substring(last + 1).replace("~1", "/").replace("~0", "~");
        switch (parent) {
            case ArrayNode array -> array.remove(Integer.parseInt(name));
            case ObjectNode object -> object.remove(name);
            default -> throw new IllegalArgumentException(pointer);
        }
    }
}
