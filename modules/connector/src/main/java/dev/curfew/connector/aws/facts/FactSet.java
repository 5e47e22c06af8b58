package dev.curfew.connector.aws.facts;

import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Membership;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.estate.Trust;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Facts in one order, whatever order the source told them in: by type, then by key. Of two with the same key the
/// later stays; a live source can tell the same thing on two pages when it changes in between.
public final class FactSet {
    private static final Comparator<Entry> ORDER =
            Comparator.comparingInt(Entry::rank).thenComparing(Entry::key);

    private final List<Entry> entries = new ArrayList<>();

    /// A key is put together when it is asked for, and sorting asks often.
    private record Entry(int rank, String key, Fact fact) {}

    public void add(Fact fact) {
        entries.add(new Entry(rank(fact), fact.key(), fact));
    }

    public void addAll(Collection<? extends Fact> more) {
        more.forEach(this::add);
    }

    /// Those of a type so far.
    public <F extends Fact> List<F> all(Class<F> type) {
        return entries.stream()
                .map(Entry::fact)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    public List<Fact> inOrder() {
        // Stable, so that of equal keys the later stays behind. Sources tell in long ordered runs, which this sort
        // likes and a tree does not.
        entries.sort(ORDER);
        List<Fact> facts = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            if (i + 1 == entries.size() || ORDER.compare(entries.get(i), entries.get(i + 1)) != 0) {
                facts.add(entries.get(i).fact());
            }
        }
        return facts;
    }

    private static int rank(Fact fact) {
        return switch (fact) {
            case Identity _ -> 0;
            case Membership _ -> 1;
            case Credential _ -> 2;
            case Policy _ -> 3;
            case Grant _ -> 4;
            case Trust _ -> 5;
            case Resource _ -> 6;
        };
    }
}
