package dev.curfew.analysis.signal;

import dev.curfew.model.estate.Credential;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.signal.Signal;
import dev.curfew.model.signal.SignalKind;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The risks of a snapshot's identities and credentials. What is signalled about a credential raises its holder's.
public final class Risks {
    /// A risk that rounds to less is none any more.
    private static final int LEAST = 1;

    private final SnapshotIndex index;
    private final Map<Signal, Named> named = new LinkedHashMap<>();
    private final Map<EntityId, Risk> all = new TreeMap<>();

    public Risks(SnapshotIndex index, Collection<Standing> signals, Instant now) {
        this.index = index;
        Naming naming = new Naming(index);
        Map<EntityId, List<Signal>> about = new LinkedHashMap<>();
        for (Standing one : signals) {
            Named whom = whom(naming, one);
            named.put(one.signal(), whom);
            if (whom instanceof Named.Exactly(List<EntityId> entities)) {
                entities.stream()
                        .flatMap(id -> withHolder(id).stream())
                        .distinct()
                        .forEach(id -> about.computeIfAbsent(id, _ -> new ArrayList<>())
                                .add(one.signal()));
            }
        }
        about.forEach((id, its) -> {
            Risk risk = Risk.of(its, now);
            if (risk.score() >= LEAST) {
                all.put(id, risk);
            }
        });
    }

    /// What was not known when it was received is looked for again, since it may have been read since; so is what is of
    /// a repository. Otherwise it stays with whom it named.
    private Named whom(Naming naming, Standing one) {
        if (one.ambiguous()) {
            return new Named.Ambiguous(one.then());
        }
        if (one.then().isEmpty() || one.signal().tip().kind() == SignalKind.REPOSITORY_ARCHIVED) {
            return naming.of(one.signal().tip(), one.sources());
        }
        List<EntityId> there = one.then().stream().filter(this::isThere).toList();
        return there.isEmpty() ? new Named.Nobody() : new Named.Exactly(there);
    }

    private boolean isThere(EntityId id) {
        return switch (id) {
            case IdentityId identity -> index.identity(identity).isPresent();
            case CredentialId credential -> index.credential(credential).isPresent();
            default -> false;
        };
    }

    private List<EntityId> withHolder(EntityId id) {
        List<EntityId> both = new ArrayList<>(List.of(id));
        if (id instanceof CredentialId credential) {
            index.credential(credential).map(Credential::holder).ifPresent(both::add);
        }
        return both;
    }

    /// Whom each signal is about, in the order in which they were given.
    public Map<Signal, Named> named() {
        return Collections.unmodifiableMap(named);
    }

    /// By id.
    public Map<EntityId, Risk> all() {
        return Collections.unmodifiableMap(all);
    }

    /// Empty where no signal stands: that is not known to be no risk.
    public Optional<Risk> of(EntityId id) {
        return Optional.ofNullable(all.get(id));
    }
}
