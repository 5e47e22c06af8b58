package dev.curfew.connector.aws.facts;

import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Membership;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.estate.Trust;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Facts in one order, whatever order the source told them in: by type, then by key. Of two with the same key the
/// later stays; a live source can tell the same thing on two pages when it changes in between.
public final class FactSet {
    private final Map<String, Fact> facts = new TreeMap<>();

    public void add(Fact fact) {
        facts.put(rank(fact) + fact.key(), fact);
    }

    public void addAll(Collection<? extends Fact> more) {
        more.forEach(this::add);
    }

    public List<Fact> inOrder() {
        return List.copyOf(facts.values());
    }

    private static char rank(Fact fact) {
        return switch (fact) {
            case Identity _ -> 'a';
            case Membership _ -> 'b';
            case Credential _ -> 'c';
            case Policy _ -> 'd';
            case Grant _ -> 'e';
            case Trust _ -> 'f';
            case Resource _ -> 'g';
        };
    }
}
