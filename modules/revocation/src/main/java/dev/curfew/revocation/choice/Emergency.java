package dev.curfew.revocation.choice;

import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.ground.Ground;
import dev.curfew.revocation.ground.Undoing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Turns what an officer named in an emergency into credentials with actions. What cannot or must not be acted on is
/// left alone, and told; the rest is not kept waiting for it. An ambiguous id is never acted on.
public final class Emergency {
    private static final Messages MESSAGES = Messages.of(Emergency.class);

    private final Choice choice;
    private final Guards guards;

    public Emergency(Choice choice, Protection protection) {
        this.choice = choice;
        guards = new Guards(protection);
    }

    public Picked pick(Ground ground, Naming naming, Extent extent) throws InterruptedException {
        List<Left> left = new ArrayList<>();
        Map<CredentialId, Wanted> wanted = new LinkedHashMap<>();
        for (String text : naming.ids()) {
            add(wanted, left, text, ids(ground, text), ground);
        }
        for (String agent : naming.agents()) {
            List<IdentityId> called = ground.called(agent);
            if (called.isEmpty()) {
                left.add(new Left(agent, MESSAGES.text("unknown-agent", agent)));
            }
            called.forEach(id -> add(wanted, left, agent, Outcome.done(id), ground));
        }
        List<Left> added = new ArrayList<>();
        Listed listed = new Listed(ground, naming.traces());
        naming.traces().made().forEach(made -> withWhatWasMade(made, listed.of(made), wanted, added, left));
        added.addAll(withWhatItLoggedInFor(ground, wanted));
        added.addAll(withWhatWouldUndoIt(ground, wanted));
        List<Chosen> possible = new ArrayList<>();
        for (Wanted one : wanted.values()) {
            switch (choice.possible(ground, one.credential(), extent)) {
                case Outcome.Done<Chosen>(Chosen chosen) -> possible.add(chosen);
                case Outcome.Refused<Chosen>(Refusal _, String words) -> left.add(left(one.credential(), words));
            }
        }
        Picked picked = guarded(ground, possible, wanted, left);
        return new Picked(picked.chosen(), picked.left(), added);
    }

    private static void withWhatWasMade(
            Traces.Made made,
            List<Credential> found,
            Map<CredentialId, Wanted> wanted,
            List<Left> added,
            List<Left> left) {
        if (found.isEmpty()) {
            left.add(new Left(made.what(), MESSAGES.text("made.left", made.by(), made.at())));
        }
        for (Credential one : found) {
            if (wanted.putIfAbsent(one.id(), new Wanted(one, false)) == null) {
                added.add(left(one, MESSAGES.text("added.made", made.by(), made.at(), made.what())));
            }
        }
    }

    private static List<Left> withWhatItLoggedInFor(Ground ground, Map<CredentialId, Wanted> wanted) {
        List<Left> added = new ArrayList<>();
        for (Wanted one : List.copyOf(wanted.values())) {
            for (Credential other : ground.loggedIn(one.credential())) {
                if (wanted.putIfAbsent(other.id(), new Wanted(other, false)) == null) {
                    added.add(left(
                            other,
                            MESSAGES.text(
                                    "added.logged-in", one.credential().id().text())));
                }
            }
        }
        return added;
    }

    private static List<Left> withWhatWouldUndoIt(Ground ground, Map<CredentialId, Wanted> wanted) {
        Undoing undoing = new Undoing(ground, Set.copyOf(wanted.keySet()));
        List<Left> added = new ArrayList<>();
        for (Wanted one : List.copyOf(wanted.values())) {
            for (Credential other : undoing.with(one.credential(), wanted.keySet())) {
                wanted.put(other.id(), new Wanted(other, false));
                added.add(
                        left(other, MESSAGES.text("added", one.credential().id().text())));
            }
        }
        return added;
    }

    /// @param byItself whether it was named by its own id, not as one of its holder's
    private record Wanted(Credential credential, boolean byItself) {}

    private static Outcome<EntityId> ids(Ground ground, String text) {
        List<EntityId> ids = ground.named(text);
        return switch (ids.size()) {
            case 0 -> Outcome.refused(Refusal.UNKNOWN_CREDENTIAL, text);
            case 1 -> Outcome.done(ids.getFirst());
            default -> Choice.ambiguous(text, ids);
        };
    }

    private static void add(
            Map<CredentialId, Wanted> wanted,
            List<Left> left,
            String text,
            Outcome<? extends EntityId> id,
            Ground ground) {
        switch (id) {
            case Outcome.Refused<? extends EntityId>(Refusal _, String words) -> left.add(new Left(text, words));
            case Outcome.Done<? extends EntityId>(EntityId found) -> {
                List<Credential> credentials = ground.credentials(found);
                if (credentials.isEmpty()) {
                    left.add(new Left(found.text(), MESSAGES.text("no-credentials")));
                }
                boolean byItself = found instanceof CredentialId;
                credentials.forEach(credential -> wanted.merge(
                        credential.id(),
                        new Wanted(credential, byItself),
                        (one, other) -> one.byItself() ? one : other));
            }
        }
    }

    private Picked guarded(Ground ground, List<Chosen> possible, Map<CredentialId, Wanted> wanted, List<Left> left)
            throws InterruptedException {
        List<Chosen> chosen = new ArrayList<>();
        List<Guards.Verdict> verdicts = guards.over(ground.index(), possible);
        for (int i = 0; i < possible.size(); i++) {
            Chosen one = possible.get(i);
            boolean byItself =
                    Objects.requireNonNull(wanted.get(one.credential().id())).byItself();
            switch (verdicts.get(i)) {
                case Guards.Verdict.Untouchable(String words) -> left.add(left(one.credential(), words));
                case Guards.Verdict.Free(Own own)
                when own != Own.NO && !byItself -> left.add(left(one.credential(), MESSAGES.text("own")));
                case Guards.Verdict.Free(Own own) ->
                    chosen.add(new Chosen(one.credential(), one.how(), one.actions(), one.window(), own));
            }
        }
        return new Picked(chosen, left, List.of());
    }

    private static Left left(Credential credential, String words) {
        return new Left(credential.id().text(), words);
    }
}
