package dev.curfew.app.usecase.revocation;

import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.port.Store;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.choice.Extent;
import dev.curfew.revocation.choice.Naming;
import dev.curfew.revocation.leak.Finder;
import dev.curfew.revocation.leak.Whose;
import dev.curfew.revocation.plan.KillOrder;
import dev.curfew.revocation.plan.Planner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Something leaked: whose it is, how far it goes, what hangs on it. Changes nothing at a source.
public final class Leaks {
    private static final Messages MESSAGES = Messages.of(Leaks.class);

    private final Store store;
    private final Finder finder;
    private final Planner planner;

    public Leaks(Store store, Finder finder, Planner planner) {
        this.store = store;
        this.finder = finder;
        this.planner = planner;
    }

    /// @param value in memory for this question only; stays the caller's
    public Leak ofValue(Secret value) throws InterruptedException {
        Whose whose = finder.find(store.current(), value);
        List<String> notes = new ArrayList<>(whose.unasked());
        if (whose.credentials().isEmpty()) {
            notes.add(MESSAGES.text("nobodys"));
        }
        return about(whose.credentials(), notes);
    }

    /// @param text an id or a fingerprint
    public Leak named(String text) throws InterruptedException {
        SnapshotIndex index = new SnapshotIndex(store.current());
        List<EntityId> ids = planner.named(text);
        List<String> notes = new ArrayList<>();
        if (ids.size() != 1) {
            String all = String.join(", ", ids.stream().map(EntityId::text).toList());
            notes.add(MESSAGES.text(ids.isEmpty() ? "unknown" : "ambiguous", text, all));
            return about(List.of(), notes);
        }
        return switch (ids.getFirst()) {
            case CredentialId credential -> about(List.of(credential), notes);
            case IdentityId identity ->
                about(index.credentialsOf(identity).stream().map(Credential::id).toList(), notes);
            case PolicyId _, ResourceId _ -> {
                notes.add(MESSAGES.text("no-credential", text));
                yield about(List.of(), notes);
            }
        };
    }

    /// Whether something is known by this id or fingerprint.
    public boolean isKnown(String text) {
        return !planner.named(text).isEmpty();
    }

    private Leak about(List<CredentialId> credentials, List<String> notes) throws InterruptedException {
        SnapshotIndex index = new SnapshotIndex(store.current());
        List<Leak.Found> found = credentials.stream()
                .map(id -> {
                    Optional<Credential> credential = index.credential(id);
                    return new Leak.Found(
                            id.text(),
                            credential,
                            credential
                                    .flatMap(it -> Optional.ofNullable(it.holder()))
                                    .flatMap(index::identity));
                })
                .toList();
        if (found.isEmpty()) {
            return new Leak(found, Map.of(), notes);
        }
        List<String> ids = found.stream().map(Leak.Found::id).toList();
        Outcome<Map<String, Object>> foreseen =
                planner.foresee(new KillOrder(new Naming(ids, List.of()), Extent.DELETE, ""));
        return switch (foreseen) {
            case Outcome.Done<Map<String, Object>>(Map<String, Object> preview) -> new Leak(found, preview, notes);
            case Outcome.Refused<Map<String, Object>>(Refusal _, String words) -> {
                notes.add(words);
                yield new Leak(found, Map.of(), notes);
            }
        };
    }
}
