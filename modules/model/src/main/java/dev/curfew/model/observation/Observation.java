package dev.curfew.model.observation;

import dev.curfew.model.estate.Fact;
import dev.curfew.model.id.SourceName;
import java.time.Instant;
import java.util.List;

/// One complete reading of one source. Every fact's scope has a `Coverage`; only a scope that was read whole says
/// anything about what is absent from it.
public record Observation(
        SourceName source, Instant startedAt, Instant finishedAt, List<Fact> facts, List<Coverage> coverage) {

    /// @throws IllegalArgumentException if a fact belongs to another source, or to a scope without coverage
    public Observation {
        facts = List.copyOf(facts);
        coverage = List.copyOf(coverage);
        var scopes = coverage.stream().map(Coverage::scope).collect(java.util.stream.Collectors.toSet());
        for (Fact fact : facts) {
            if (!fact.source().equals(source)) {
                throw new IllegalArgumentException(fact.key() + " belongs to " + fact.source() + ", not " + source);
            }
            if (!scopes.contains(fact.provenance().scope())) {
                throw new IllegalArgumentException(
                        "no coverage for scope " + fact.provenance().scope());
            }
        }
    }
}
