package dev.curfew.app.usecase.revocation.leak;

import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.CredentialId;
import java.util.List;
import java.util.Map;

/// Values to prove with, by what they are of. In memory only; one may be of several.
///
/// @param notes what was not read, is of nothing that ends, or could not be asked; for a person
public record SuppliedValues(Map<CredentialId, Secret> values, List<String> notes) implements AutoCloseable {
    public static final SuppliedValues NONE = new SuppliedValues(Map.of(), List.of());

    public SuppliedValues {
        values = Map.copyOf(values);
        notes = List.copyOf(notes);
    }

    /// Wipes them.
    @Override
    public void close() {
        values.values().forEach(Secret::close);
    }
}
