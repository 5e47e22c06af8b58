package dev.curfew.app.cli.run;

import dev.curfew.model.connection.Secret;
import java.util.HashMap;
import java.util.Map;

/// The environment of a command that works with a break-glass session.
final class SessionEnvironment {
    private static final String OURS = "CURFEW_";

    private SessionEnvironment() {}

    /// @param surroundings what the command inherits; but for our own variables, which lead to passphrases
    /// @param variables closed here
    static Map<String, String> of(Map<String, String> surroundings, Map<String, Secret> variables) {
        Map<String, String> environment = new HashMap<>(surroundings);
        environment.keySet().removeIf(variable -> variable.startsWith(OURS));
        variables.forEach((variable, value) -> {
            try (value) {
                environment.put(variable, value.reveal());
            }
        });
        return environment;
    }
}
