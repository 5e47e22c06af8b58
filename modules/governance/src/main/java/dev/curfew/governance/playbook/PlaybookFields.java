package dev.curfew.governance.playbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.curfew.governance.outcome.Spans;
import dev.curfew.model.text.Messages;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/// An object's fields as they are read, with what is wrong with each. A wrong one is replaced by something that will
/// do.
final class PlaybookFields {
    private static final Messages MESSAGES = Messages.of(PlaybookFields.class);

    private final JsonNode node;
    private final String path;
    private final List<PlaybookProblem> problems;

    PlaybookFields(JsonNode node) {
        this(node, "", new ArrayList<>());
        if (!node.isObject()) {
            problems.add(new PlaybookProblem("", MESSAGES.text("object")));
        }
    }

    private PlaybookFields(JsonNode node, String path, List<PlaybookProblem> problems) {
        this.node = node;
        this.path = path;
        this.problems = problems;
    }

    /// Neither written nor seen by whoever signs: controls, and what turns the direction of writing.
    static boolean isHidden(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.FORMAT;
    }

    boolean isObject() {
        return node.isObject();
    }

    List<PlaybookProblem> problems() {
        return List.copyOf(problems);
    }

    boolean has(String name) {
        return node.has(name);
    }

    /// There are no others: what is not known is not passed over.
    void only(String... names) {
        Set<String> unknown = new TreeSet<>();
        node.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(Set.of(names));
        unknown.forEach(name -> wrong(name, "unknown"));
    }

    private void wrong(String name, String key, Object... arguments) {
        problems.add(new PlaybookProblem(path + name, MESSAGES.text(key, arguments)));
    }

    /// @param key what it has to be, in words
    String text(String name, Predicate<String> right, String key, String otherwise) {
        JsonNode value = node.path(name);
        if (value.isTextual() && right.test(value.asText())) {
            return value.asText();
        }
        wrong(name, value.isMissingNode() ? "missing" : key);
        return otherwise;
    }

    <T> T one(String name, Function<String, Optional<T>> of, String key, T otherwise) {
        JsonNode value = node.path(name);
        Optional<T> found = value.isTextual() ? of.apply(value.asText()) : Optional.empty();
        if (found.isEmpty()) {
            wrong(name, value.isMissingNode() ? "missing" : key);
        }
        return found.orElse(otherwise);
    }

    /// @param key what each has to be besides a text that is not empty
    List<String> texts(String name, int most, Predicate<String> right, String key, List<String> otherwise) {
        JsonNode value = node.path(name);
        if (!value.isArray() || value.isEmpty() || value.size() > most) {
            wrong(name, value.isMissingNode() ? "missing" : "list", most);
            return otherwise;
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            String at = name + "[" + i + "]";
            JsonNode each = value.get(i);
            String text = each.isTextual() ? each.asText() : "";
            if (text.isBlank() || text.codePoints().anyMatch(PlaybookFields::isHidden)) {
                wrong(at, "text");
            } else if (!right.test(text)) {
                wrong(at, key);
            } else if (texts.contains(text)) {
                wrong(at, "twice");
            }
            texts.add(text);
        }
        return texts;
    }

    int number(String name, int least, int most, int otherwise) {
        JsonNode value = node.path(name);
        if (value.isInt() && value.asInt() >= least && value.asInt() <= most) {
            return value.asInt();
        }
        wrong(name, value.isMissingNode() ? "missing" : "number", least, most);
        return otherwise;
    }

    Duration span(String name, Duration least, Duration most) {
        try {
            Duration length = Duration.parse(node.path(name).asText(""));
            if (length.compareTo(least) >= 0 && length.compareTo(most) <= 0) {
                return length;
            }
        } catch (DateTimeException e) {
            // Told below, as one that is too long is.
        }
        wrong(name, has(name) ? "span" : "missing", Spans.words(least), Spans.words(most));
        return most;
    }

    Instant instant(String name) {
        try {
            return Instant.parse(node.path(name).asText(""));
        } catch (DateTimeException e) {
            wrong(name, has(name) ? "instant" : "missing");
            return Instant.EPOCH;
        }
    }

    PlaybookFields object(String name) {
        JsonNode value = node.path(name);
        if (!value.isObject()) {
            wrong(name, value.isMissingNode() ? "missing" : "object");
            // What is in it is not told as missing too.
            return new PlaybookFields(MissingNode.getInstance(), "", new ArrayList<>());
        }
        return new PlaybookFields(value, path + name + ".", problems);
    }

    Map<String, String> all(int most) {
        if (node.isEmpty() || node.size() > most) {
            problems.add(new PlaybookProblem(path.substring(0, path.length() - 1), MESSAGES.text("list", most)));
        }
        Map<String, String> all = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            all.put(field.getKey(), text(field.getKey(), it -> !it.isBlank(), "text", "x"));
        }
        return all;
    }
}
