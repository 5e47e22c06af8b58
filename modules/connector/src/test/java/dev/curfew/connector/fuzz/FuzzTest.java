package dev.curfew.connector.fuzz;

import dev.curfew.testbed.fuzz.FuzzedParsers;
import dev.curfew.testbed.fuzz.Fuzzing;
import dev.curfew.testbed.fuzz.Parsers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Coverage-guided fuzzing of what reads files, records and messages.
class FuzzTest implements FuzzedParsers {
    @Override
    public Fuzzing fuzzing() {
        return new Fuzzing(ParserFuzz.class, "dev.curfew.connector.**", 20);
    }

    @Override
    public Parsers parsers() {
        return ParserFuzz.PARSERS;
    }

    @Override
    public List<byte[]> seeds(Path folder) throws Exception {
        List<byte[]> seeds = new ArrayList<>(FuzzedParsers.super.seeds(folder));
        seeds.addAll(BinarySeeds.all(folder));
        return seeds;
    }
}
