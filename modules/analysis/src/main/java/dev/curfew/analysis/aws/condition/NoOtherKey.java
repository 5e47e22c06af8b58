package dev.curfew.analysis.aws.condition;

import dev.curfew.analysis.aws.condition.sample.Samples;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/// The request has no key that begins so, but for those that are named.
///
/// @param start as it is written
/// @param known in lower case
record NoOtherKey(String start, Set<String> known) implements Condition {
    private static final String ANY = "*";

    static NoOtherKey of(String start, Collection<String> names) {
        return new NoOtherKey(
                start, names.stream().map(name -> ContextKey.of(start + name)).collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public Match matches(RequestContext context) {
        String lower = ContextKey.of(start);
        if (!known.containsAll(context.keysFrom(lower))) {
            return Match.NO;
        }
        return context.isUnknown(lower + ANY) ? Match.MAYBE : Match.YES;
    }

    @Override
    public void unknownKeys(RequestContext context, Set<String> names) {
        if (context.isUnknown(ContextKey.of(start) + ANY)) {
            names.add(start + ANY);
        }
    }

    @Override
    public void sample(String key, Samples samples) {
        samples.add(ANY);
    }
}
