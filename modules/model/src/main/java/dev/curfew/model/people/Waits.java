package dev.curfew.model.people;

import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.id.SourceName;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How long those of a team or a role who asked for approval waited until it was decided, as a ticket system tells.
///
/// @param team empty: of all teams
/// @param role empty: of all roles
/// @param asked how often was asked
/// @param decided how often an answer is there; the others are open, and no waiting time is known of them
/// @param first when was asked for the first time
/// @param last when was asked for the last time
/// @param spread of those that were decided; null where none was
public record Waits(
        String team,
        String role,
        long asked,
        long decided,
        Instant first,
        Instant last,
        @Nullable Spread spread) {
    /// As in `Resource.kind`.
    public static final String KIND = "curfew.waits";

    /// @throws IllegalArgumentException if the numbers contradict one another
    public Waits {
        if (asked < 1 || decided < 0 || decided > asked || (decided == 0) != (spread == null)) {
            throw new IllegalArgumentException("waits that do not add up");
        }
    }

    public long open() {
        return asked - decided;
    }

    /// As a source states it.
    public Resource fact(SourceName source, Provenance provenance) {
        Map<String, String> tags = new TreeMap<>();
        tags.put("asked", Long.toString(asked));
        tags.put("decided", Long.toString(decided));
        tags.put("first", first.toString());
        tags.put("last", last.toString());
        tags.put("team", team);
        tags.put("role", role);
        if (spread != null) {
            tags.put("median", spread.median().toString());
            tags.put("ninetieth", spread.ninetieth().toString());
            tags.put("longest", spread.longest().toString());
        }
        String id = "waits/team=" + team + "/role=" + role;
        return new Resource(new ResourceId(source, id), KIND, name(), Sensitivity.UNKNOWN, tags, provenance);
    }

    private String name() {
        return team.isEmpty() || role.isEmpty() ? team + role : team + " / " + role;
    }

    /// Empty where the fact is about something else, or not as `fact` states it.
    public static Optional<Waits> of(Resource fact) {
        Map<String, String> tags = fact.tags();
        if (!fact.kind().equals(KIND)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Waits(
                    tags.getOrDefault("team", ""),
                    tags.getOrDefault("role", ""),
                    Long.parseLong(tags.getOrDefault("asked", "")),
                    Long.parseLong(tags.getOrDefault("decided", "")),
                    Instant.parse(tags.getOrDefault("first", "")),
                    Instant.parse(tags.getOrDefault("last", "")),
                    tags.containsKey("median")
                            ? new Spread(
                                    Duration.parse(tags.getOrDefault("median", "")),
                                    Duration.parse(tags.getOrDefault("ninetieth", "")),
                                    Duration.parse(tags.getOrDefault("longest", "")))
                            : null));
        } catch (DateTimeParseException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
