package dev.curfew.revocation.choice;

import dev.curfew.model.estate.Credential;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.SourceName;
import dev.curfew.revocation.ground.Ground;
import dev.curfew.revocation.ground.Made;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which credentials a reading lists of what records say was made. Of the records that name a newborn identity and no
/// credential only the earliest, its birth, stands for what it holds: a later one made something else.
public final class Listed {
    private final Made listed;
    private final Map<IdentityId, Deed> births = new HashMap<>();

    /// The same for all who were asked about and did it.
    private record Deed(String what, Instant at) {
        private static Deed of(Traces.Made made) {
            return new Deed(made.what(), made.at());
        }
    }

    public Listed(Ground ground, Traces traces) {
        listed = ground.made();
        traces.made().stream()
                .sorted(Comparator.comparing(Traces.Made::at))
                .forEach(made -> born(made).ifPresent(id -> births.putIfAbsent(id, Deed.of(made))));
    }

    /// None where it is not listed, or may be one of several.
    public List<Credential> of(Traces.Made made) {
        List<Credential> named = named(made);
        return named.isEmpty()
                ? born(made)
                        .filter(id -> Deed.of(made).equals(births.get(id)))
                        .map(id -> listed.held(id, made.at()))
                        .orElse(List.of())
                : named;
    }

    private Optional<IdentityId> born(Traces.Made made) {
        return named(made).isEmpty() ? listed.born(source(made), made.what(), made.at()) : Optional.empty();
    }

    private List<Credential> named(Traces.Made made) {
        return listed.named(source(made), made.what(), made.at());
    }

    private static SourceName source(Traces.Made made) {
        return IdentityId.read(made.by()).source();
    }
}
