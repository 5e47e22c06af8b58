package dev.curfew.app.chain.kill;

import dev.curfew.app.cli.bench.CommandBench;
import java.util.Map;

/// A real server where an agent has credentials.
interface Place {
    /// Connects it, with the reading and acting credentials that the shipped policies allow.
    void connect(CommandBench bench);

    /// The agent's credentials by the ids that they are listed under, with their values.
    Map<String, String> agent(String name);
}
