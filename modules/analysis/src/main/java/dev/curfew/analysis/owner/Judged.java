package dev.curfew.analysis.owner;

import dev.curfew.model.id.ResourceId;
import dev.curfew.model.people.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What lists of people say of an owner.
///
/// @param owner as tags name it
/// @param how by what it is known; null where it is not
/// @param list the source that says so; of those that do not know it, the first. Empty: there is none
/// @param people whom the name stands for
/// @param left when the last of them left; null where somebody has not
public record Judged(
        String owner,
        Verdict verdict,
        @Nullable How how,
        String list,
        List<ResourceId> people,
        @Nullable Instant left) {
    public Judged {
        people = List.copyOf(people);
    }

    /// The day of leaving in UTC; empty where it is not told, or nobody left.
    public String day() {
        return left == null || left.equals(Person.SOME_DAY)
                ? ""
                : LocalDate.ofInstant(left.minusNanos(1), ZoneOffset.UTC).toString();
    }
}
