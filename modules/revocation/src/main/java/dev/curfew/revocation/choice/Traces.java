package dev.curfew.revocation.choice;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the records of sources tell that some made since a moment: it works on when they are cut off.
///
/// @param made in the order of the records
/// @param untold what no record tells
public record Traces(List<Made> made, List<Untold> untold) {
    /// Nobody looked.
    public static final Traces UNASKED = new Traces(List.of(), List.of());

    private static final String MADE = "made";
    private static final String UNTOLD = "untold";

    public Traces {
        made = List.copyOf(made);
        untold = List.copyOf(untold);
    }

    /// Something that somebody made.
    ///
    /// @param by the id of who was asked about: it made this, or something did that it had made
    /// @param what in the record's own words
    /// @param at to the second
    public record Made(String by, String what, Instant at) {
        public Made {
            at = at.truncatedTo(ChronoUnit.SECONDS);
        }

        Map<String, Object> toJson() {
            return Map.of("by", by, "what", what, "at", at.toString());
        }

        private static Made of(Map<?, ?> json) {
            return new Made(text(json, "by"), text(json, "what"), Instant.parse(text(json, "at")));
        }
    }

    /// Why it is not known what somebody made.
    ///
    /// @param by as in [Made]
    public record Untold(String by, String why) {
        private static Untold of(Map<?, ?> json) {
            return new Untold(text(json, "by"), text(json, "why"));
        }
    }

    /// Of one whose record tells nothing.
    public static Traces untold(String by, String why) {
        return new Traces(List.of(), List.of(new Untold(by, why)));
    }

    /// Both, each once.
    public Traces and(Traces more) {
        return new Traces(
                Stream.concat(made.stream(), more.made.stream()).distinct().toList(),
                Stream.concat(untold.stream(), more.untold.stream()).distinct().toList());
    }

    /// As [#kept] has it.
    public static Traces in(Map<?, ?> kept) {
        return new Traces(all(kept.get(MADE), Made::of), all(kept.get(UNTOLD), Untold::of));
    }

    /// Nothing where nobody looked.
    public Map<String, Object> kept() {
        Map<String, Object> kept = new LinkedHashMap<>();
        if (!equals(UNASKED)) {
            kept.put(MADE, made.stream().map(Made::toJson).toList());
            kept.put(
                    UNTOLD,
                    untold.stream()
                            .map(one -> Map.of("by", one.by(), "why", one.why()))
                            .toList());
        }
        return kept;
    }

    private static <T> List<T> all(@Nullable Object list, Function<Map<?, ?>, T> read) {
        List<T> all = new ArrayList<>();
        if (list instanceof List<?> rows) {
            for (Object row : rows) {
                if (row instanceof Map<?, ?> map) {
                    all.add(read.apply(map));
                }
            }
        }
        return all;
    }

    private static String text(Map<?, ?> json, String name) {
        return Objects.toString(json.get(name), "");
    }
}
