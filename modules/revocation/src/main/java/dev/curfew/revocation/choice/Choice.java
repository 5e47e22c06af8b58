package dev.curfew.revocation.choice;

import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.target.Targets;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.revocation.Action;
import dev.curfew.revocation.catalogue.Catalogue;
import dev.curfew.revocation.catalogue.Revocability;
import dev.curfew.revocation.ground.Cascade;
import dev.curfew.revocation.ground.Ground;
import dev.curfew.revocation.ground.Undoing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Turns what an officer named into credentials with actions; all of it, or none.
public final class Choice {
    private final Catalogue catalogue;
    private final Targets targets;
    private final Protection protection;

    public Choice(Catalogue catalogue, Targets targets, Protection protection) {
        this.catalogue = catalogue;
        this.targets = targets;
        this.protection = protection;
    }

    /// @param texts ids of credentials, or of identities for all their credentials
    public Outcome<List<Chosen>> of(Ground ground, List<String> texts, Extent extent) throws InterruptedException {
        Map<CredentialId, Chosen> chosen = new LinkedHashMap<>();
        for (String text : texts) {
            switch (named(ground, text)) {
                case Outcome.Refused<List<Credential>>(Refusal why, String words) -> {
                    return new Outcome.Refused<>(why, words);
                }
                case Outcome.Done<List<Credential>>(List<Credential> credentials) -> {
                    for (Credential credential : credentials) {
                        Outcome<Chosen> one = choose(ground, credential, extent);
                        if (one instanceof Outcome.Refused<Chosen>(Refusal why, String words)) {
                            return new Outcome.Refused<>(why, words);
                        }
                        chosen.put(credential.id(), one.orThrow());
                    }
                }
            }
        }
        return chosen.isEmpty()
                ? Outcome.refused(Refusal.NOTHING_TO_REVOKE)
                : notUndone(ground, new ArrayList<>(chosen.values()));
    }

    /// What the target itself would undo is not planned.
    private static Outcome<List<Chosen>> notUndone(Ground ground, List<Chosen> chosen) {
        Set<CredentialId> ending = new LinkedHashSet<>();
        for (Chosen one : chosen) {
            ending.add(one.credential().id());
            ending.addAll(Cascade.below(ground.index(), one.credential().id()));
        }
        Undoing undoing = new Undoing(ground, ending);
        for (Chosen one : chosen) {
            List<Credential> others = undoing.with(one.credential(), ending);
            if (!others.isEmpty()) {
                String names = others.stream().map(it -> it.id().text()).collect(Collectors.joining(", "));
                return Outcome.refused(
                        Refusal.UNDONE_BY_TARGET,
                        one.credential().id().text(),
                        String.valueOf(one.credential().holder()),
                        names);
            }
        }
        return Outcome.done(chosen);
    }

    private static Outcome<List<Credential>> named(Ground ground, String text) {
        List<EntityId> ids = ground.resolve(text);
        if (ids.size() > 1) {
            return ambiguous(text, ids);
        }
        List<Credential> credentials =
                ids.stream().flatMap(id -> ground.credentials(id).stream()).toList();
        return credentials.isEmpty() ? Outcome.refused(Refusal.UNKNOWN_CREDENTIAL, text) : Outcome.done(credentials);
    }

    static <T> Outcome<T> ambiguous(String text, List<? extends EntityId> ids) {
        String all = String.join(", ", ids.stream().map(EntityId::text).toList());
        return Outcome.refused(Refusal.AMBIGUOUS, text, all);
    }

    private Outcome<Chosen> choose(Ground ground, Credential credential, Extent extent) throws InterruptedException {
        Outcome<Chosen> possible = possible(ground, credential, extent);
        if (possible instanceof Outcome.Refused<Chosen>) {
            return possible;
        }
        return protection.allows(ground.index(), credential).then(_ -> possible);
    }

    /// What could be done to it, whoever is protected.
    Outcome<Chosen> possible(Ground ground, Credential credential, Extent extent) {
        if (targets.revoker(credential.source()).isEmpty()) {
            return Outcome.refused(Refusal.ACTING_OFF, credential.source().value());
        }
        Optional<Revocability> how = catalogue.of(credential);
        List<Action> actions = how.map(found -> actions(found, extent)).orElse(List.of());
        if (how.isEmpty() || actions.isEmpty()) {
            return Outcome.refused(
                    Refusal.NOT_REVOCABLE,
                    credential.id().text(),
                    credential.kind(),
                    how.map(Revocability::byId).orElse(""));
        }
        return Outcome.done(new Chosen(credential, how.get(), actions, ground.window(credential.id()), Own.NO));
    }

    private static List<Action> actions(Revocability how, Extent extent) {
        return switch (extent) {
            case DEACTIVATE -> how.actions().stream().filter(Action::reversible).toList();
            case DELETE -> how.actions();
        };
    }
}
