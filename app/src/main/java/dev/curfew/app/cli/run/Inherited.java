package dev.curfew.app.cli.run;

import dev.curfew.model.connection.Secret;
import java.util.HashMap;
import java.util.Map;

/// What a command inherits of its surroundings: all but our own variables, which lead to passphrases.
public final class Inherited {
    private static final String OURS = "CURFEW_";

    private Inherited() {}

    /// @return may be added to
    public static Map<String, String> of(Map<String, String> surroundings) {
        Map<String, String> environment = new HashMap<>(surroundings);
        environment.keySet().removeIf(variable -> variable.startsWith(OURS));
        return environment;
    }

    /// For a command that works with a break-glass session.
    ///
    /// @param variables closed here
    static Map<String, String> with(Map<String, String> surroundings, Map<String, Secret> variables) {
        Map<String, String> environment = of(surroundings);
        variables.forEach((variable, value) -> {
            try (value) {
                environment.put(variable, value.reveal());
            }
        });
        return environment;
    }
}
