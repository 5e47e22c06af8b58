package dev.curfew.app.usecase.run;

import dev.curfew.model.connection.Secret;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Window;
import java.util.Map;

/// A credential that is there for one command. It outlives the desk that it came from: while the command runs, others
/// use the workspace.
///
/// @param officer who asked, and in whose name it ends
/// @param value exists here, at the source, and in what the command is given
/// @param variables in which programs of this kind look for it
/// @param accepted whether the source let it in when it was tried, before the command
public record Job(
        ExceptionRequest request,
        Window window,
        String officer,
        Secret value,
        Map<String, Secret> variables,
        boolean accepted)
        implements AutoCloseable {
    public Job {
        variables = Map.copyOf(variables);
    }

    @Override
    public void close() {
        value.close();
        variables.values().forEach(Secret::close);
    }
}
