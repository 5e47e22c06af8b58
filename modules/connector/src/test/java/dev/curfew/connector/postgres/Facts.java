package dev.curfew.connector.postgres;

import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.Observation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What an observation holds, by type and key.
final class Facts {
    private final Observation observation;

    Facts(Observation observation) {
        this.observation = observation;
    }

    <F extends Fact> List<F> all(Class<F> type) {
        return observation.facts().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    <F extends Fact> F one(Class<F> type, String key) {
        return all(type).stream()
                .filter(fact -> fact.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + type.getSimpleName() + " " + key));
    }

    Identity role(String name) {
        return one(Identity.class, "role/" + name);
    }

    Credential login(String name) {
        return all(Credential.class).stream()
                .filter(login -> login.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no login " + name));
    }

    Coverage scope(String name) {
        return observation.coverage().stream()
                .filter(scope -> scope.scope().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no scope " + name));
    }

    /// By type and key: a key that is there twice fails.
    Map<String, Fact> keyed() {
        Map<String, Fact> keyed = new TreeMap<>();
        for (Fact fact : observation.facts()) {
            Fact twice = keyed.put(fact.getClass().getSimpleName() + " " + fact.key(), fact);
            if (twice != null) {
                throw new AssertionError("twice: " + fact.key());
            }
        }
        return keyed;
    }
}
