package dev.curfew.analysis.fuzz;

import dev.curfew.testbed.fuzz.FuzzedParsers;
import dev.curfew.testbed.fuzz.Fuzzing;
import dev.curfew.testbed.fuzz.Parsers;

/// Coverage-guided fuzzing of what reads policies and cases.
class FuzzTest implements FuzzedParsers {
    private static final int SECONDS = 15;

    @Override
    public Fuzzing fuzzing() {
        return new Fuzzing(ParserFuzz.class, "dev.curfew.analysis.**", SECONDS);
    }

    @Override
    public Parsers parsers() {
        return ParserFuzz.PARSERS;
    }

    @Override
    public int inputsMin(int seeds) {
        return SECONDS * 10 + 1;
    }
}
