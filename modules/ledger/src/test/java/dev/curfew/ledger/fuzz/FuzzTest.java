package dev.curfew.ledger.fuzz;

import dev.curfew.testbed.fuzz.FuzzedParsers;
import dev.curfew.testbed.fuzz.Fuzzing;
import dev.curfew.testbed.fuzz.Parsers;

/// Coverage-guided fuzzing of what reads checkpoints and logs of others.
class FuzzTest implements FuzzedParsers {
    @Override
    public Fuzzing fuzzing() {
        return new Fuzzing(ParserFuzz.class, "dev.curfew.ledger.**", 5);
    }

    @Override
    public Parsers parsers() {
        return ParserFuzz.PARSERS;
    }
}
