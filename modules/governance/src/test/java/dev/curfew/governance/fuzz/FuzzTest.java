package dev.curfew.governance.fuzz;

import dev.curfew.testbed.fuzz.FuzzedParsers;
import dev.curfew.testbed.fuzz.Fuzzing;
import dev.curfew.testbed.fuzz.Parsers;

/// Coverage-guided fuzzing of what reads policies, playbooks, rosters and files that people bring.
class FuzzTest implements FuzzedParsers {
    @Override
    public Fuzzing fuzzing() {
        return new Fuzzing(ParserFuzz.class, "dev.curfew.governance.**", 10);
    }

    @Override
    public Parsers parsers() {
        return ParserFuzz.PARSERS;
    }
}
