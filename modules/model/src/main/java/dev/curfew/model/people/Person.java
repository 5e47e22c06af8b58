package dev.curfew.model.people;

import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.id.SourceName;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Somebody in a list of people: by it an owner that a tag names is known, and whether that owner has left. No more is
/// kept of a person than this.
///
/// @param key what the list knows the person by; unique in it
/// @param name as others call the person; may be empty
/// @param emails without commas, as all names here
/// @param aliases other names by which tags call the person
/// @param team may be empty
/// @param left when the person leaves or left, [#SOME_DAY] where the list does not say when; null: nothing says so
public record Person(
        String key,
        String name,
        List<String> emails,
        List<String> users,
        List<String> aliases,
        String team,
        @Nullable Instant left) {
    /// As in `Resource.kind`.
    public static final String KIND = "curfew.person";

    /// Left on a day that is not told.
    public static final Instant SOME_DAY = Instant.EPOCH;

    private static final String ID = "person/";
    private static final String BETWEEN = ", ";

    public Person {
        emails = List.copyOf(emails);
        users = List.copyOf(users);
        aliases = List.copyOf(aliases);
        if (key.isBlank()) {
            throw new IllegalArgumentException("a person without a key");
        }
    }

    /// As a source states it.
    public Resource fact(SourceName source, Provenance provenance) {
        Map<String, String> tags = new TreeMap<>();
        put(tags, "emails", String.join(BETWEEN, emails));
        put(tags, "users", String.join(BETWEEN, users));
        put(tags, "aliases", String.join(BETWEEN, aliases));
        put(tags, "team", team);
        put(tags, "left", left == null ? "" : left.toString());
        return new Resource(new ResourceId(source, ID + key), KIND, name, Sensitivity.UNKNOWN, tags, provenance);
    }

    private static void put(Map<String, String> tags, String tag, String value) {
        if (!value.isEmpty()) {
            tags.put(tag, value);
        }
    }

    /// Empty where the fact is about something else, or not as `fact` states it.
    public static Optional<Person> of(Resource fact) {
        String id = fact.id().nativeId();
        if (!fact.kind().equals(KIND) || !id.startsWith(ID) || id.length() == ID.length()) {
            return Optional.empty();
        }
        Map<String, String> tags = fact.tags();
        try {
            String left = tags.getOrDefault("left", "");
            return Optional.of(new Person(
                    id.substring(ID.length()),
                    fact.name(),
                    list(tags.get("emails")),
                    list(tags.get("users")),
                    list(tags.get("aliases")),
                    tags.getOrDefault("team", ""),
                    left.isEmpty() ? null : Instant.parse(left)));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static List<String> list(@Nullable String joined) {
        return joined == null ? List.of() : Arrays.asList(joined.split(BETWEEN, -1));
    }
}
