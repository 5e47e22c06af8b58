package dev.curfew.app.console.screen.ledger;

import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.text.Messages;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Events in words.
final class EventWords {

    private static final Messages MESSAGES = Messages.of(EventWords.class);

    /// By which people know what an entry is about.
    private static final List<String> FIRST =
            List.of("name", "displayName", "source", "policy", "credential", "reason", "request", "id");

    /// Hexadecimal hashes and ids, signatures in base 64, keys as C2SP's signed notes write them, JSON.
    private static final Pattern OPAQUE =
            Pattern.compile("[0-9a-f]{32,}|[0-9A-Za-z+/]{40,}={0,2}|.+\\+[0-9a-f]{8}\\+[0-9A-Za-z+/=]{40,}|\\{.*");

    private EventWords() {}

    /// "Request approved" for `request.approved`; a type nobody gave words is shown as it is.
    static String type(String type) {
        return MESSAGES.has("type." + type) ? MESSAGES.text("type." + type) : type;
    }

    static String details(AuditEvent event) {
        return event.details().entrySet().stream()
                .flatMap(EventWords::opened)
                .filter(EventWords::tells)
                .sorted(Comparator.comparingInt(EventWords::rank).thenComparing(Map.Entry::getKey))
                .map(EventWords::detail)
                .collect(Collectors.joining(" · "));
    }

    /// Long lists and nested values are counted: whole they stand below, as they were hashed.
    private static String detail(Map.Entry<String, ?> detail) {
        String key = "detail." + detail.getKey();
        String name = MESSAGES.has(key) ? MESSAGES.text(key) : detail.getKey();
        return switch (detail.getValue()) {
            case Map<?, ?> map -> MESSAGES.text("detail.many", name, map.size());
            case List<?> list when list.size() > 1 -> MESSAGES.text("detail.many", name, list.size());
            case List<?> list -> MESSAGES.text("detail", name, list.isEmpty() ? "–" : list.getFirst());
            case Boolean answer -> MESSAGES.text("detail", name, MESSAGES.text("detail." + answer));
            case Number number -> MESSAGES.text("detail", name, String.format("%,d", number.longValue()));
            default -> MESSAGES.text("detail", name, String.valueOf(detail.getValue()));
        };
    }

    /// Of what is nested, what it is about stands for all of it.
    private static Stream<Map.Entry<String, ?>> opened(Map.Entry<String, ?> detail) {
        if (!(detail.getValue() instanceof Map<?, ?> nested) || FIRST.stream().noneMatch(nested::containsKey)) {
            return Stream.of(detail);
        }
        return nested.entrySet().stream()
                .filter(it -> FIRST.contains(String.valueOf(it.getKey())))
                .map(it -> Map.entry(String.valueOf(it.getKey()), it.getValue()));
    }

    /// Empty values, hashes, keys and signatures are only there to be compared.
    private static boolean tells(Map.Entry<String, ?> detail) {
        return !(detail.getValue() instanceof String text)
                || (!text.isEmpty() && !OPAQUE.matcher(text).matches());
    }

    /// What it is about before how it went; lists last.
    private static int rank(Map.Entry<String, ?> detail) {
        if (detail.getValue() instanceof Map || detail.getValue() instanceof List) {
            return FIRST.size() + 1;
        }
        int first = FIRST.indexOf(detail.getKey());
        return first < 0 ? FIRST.size() : first;
    }
}
