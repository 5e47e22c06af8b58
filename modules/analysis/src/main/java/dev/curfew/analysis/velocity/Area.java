package dev.curfew.analysis.velocity;

import dev.curfew.model.estate.Fact;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;

/// What is read, or not read, as one.
record Area(SourceName source, String scope) {
    static Area of(Fact fact) {
        return new Area(fact.source(), fact.provenance().scope());
    }

    static Area of(Coverage coverage) {
        return new Area(coverage.source(), coverage.scope());
    }
}
