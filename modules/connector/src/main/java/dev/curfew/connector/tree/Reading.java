package dev.curfew.connector.tree;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Takes typed values out of an object; what has another type, or is missing, is refused with its place. A `null` is
/// as good as nothing.
public final class Reading {
    /// Before IAM (2011) and after every clock: a date outside was garbled.
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final Node.Fields object;

    private Reading(Node.Fields object) {
        this.object = object;
    }

    public static Reading of(Node node) {
        return switch (node) {
            case Node.Fields fields -> new Reading(fields);
            case Node.Empty empty -> new Reading(new Node.Fields(empty.place(), Map.of()));
            case Node.Text _, Node.Literal _, Node.Items _ -> throw wrong(node, Expected.object());
        };
    }

    public Place place() {
        return object.place();
    }

    public Optional<Node> find(String name) {
        return Optional.ofNullable(present(name));
    }

    public Node require(String name) {
        Node node = present(name);
        if (node == null) {
            throw new MalformedException(Problem.MISSING, place(), name);
        }
        return node;
    }

    /// A text that is not blank.
    public String text(String name) {
        Node node = require(name);
        String text = textOf(node);
        if (text.isBlank()) {
            throw new MalformedException(Problem.BAD_VALUE, node.place(), Expected.text());
        }
        return text;
    }

    public Optional<String> optionalText(String name) {
        return find(name).map(Reading::textOf).filter(text -> !text.isEmpty());
    }

    public static String textOf(Node node) {
        return switch (node) {
            case Node.Text text -> text.value();
            case Node.Empty _ -> "";
            case Node.Literal _, Node.Items _, Node.Fields _ -> throw wrong(node, Expected.text());
        };
    }

    public @Nullable Instant instant(String name) {
        Node node = present(name);
        if (node == null || node instanceof Node.Empty) {
            return null;
        }
        try {
            Instant instant = OffsetDateTime.parse(textOf(node)).toInstant();
            if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
                throw new MalformedException(Problem.BAD_VALUE, node.place(), Expected.date());
            }
            return instant;
        } catch (DateTimeException _) {
            // Without the cause, whose message quotes the value.
            throw new MalformedException(Problem.BAD_VALUE, node.place(), Expected.date());
        }
    }

    /// A JSON `true` or `false`, or the same as XML's text; false where there is none.
    public boolean flag(String name) {
        return find(name).map(Reading::flagOf).orElse(false);
    }

    public static boolean flagOf(Node node) {
        String value = switch (node) {
            case Node.Literal literal -> literal.value();
            case Node.Text text -> text.value();
            case Node.Empty _, Node.Items _, Node.Fields _ -> "";
        };
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(node, Expected.flag());
        };
    }

    /// Each item of a list; none where there is no such list.
    public <T> List<T> list(String name, Function<Node, T> item) {
        return find(name).map(Reading::itemsOf).orElse(List.of()).stream()
                .map(item)
                .toList();
    }

    /// The texts of what is named in an object within this one; what is missing there is missing here.
    public Map<String, List<String>> texts(String within, Set<String> names) {
        Map<String, List<String>> kept = new TreeMap<>();
        find(within)
                .map(Reading::of)
                .ifPresent(bag -> names.forEach(
                        name -> bag.find(name).map(Node::texts).ifPresent(texts -> kept.put(name, texts))));
        return kept;
    }

    private static List<Node> itemsOf(Node node) {
        return switch (node) {
            case Node.Items items -> items.nodes();
            case Node.Empty _ -> List.of();
            case Node.Text _, Node.Literal _, Node.Fields _ -> throw wrong(node, Expected.list());
        };
    }

    private @Nullable Node present(String name) {
        Node node = object.fields().get(name);
        return node == null || node.isNull() ? null : node;
    }

    private static MalformedException wrong(Node node, String expected) {
        return new MalformedException(Problem.WRONG_TYPE, node.place(), expected);
    }
}
