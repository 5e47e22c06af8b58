package dev.curfew.revocation.fuzz;

import dev.curfew.testbed.fuzz.FuzzedParsers;
import dev.curfew.testbed.fuzz.Fuzzing;
import dev.curfew.testbed.fuzz.Parsers;

/// Coverage-guided fuzzing of what reads spools, and plans from other machines.
class FuzzTest implements FuzzedParsers {
    @Override
    public Fuzzing fuzzing() {
        return new Fuzzing(ParserFuzz.class, "dev.curfew.revocation.**", 5);
    }

    @Override
    public Parsers parsers() {
        return ParserFuzz.PARSERS;
    }
}
