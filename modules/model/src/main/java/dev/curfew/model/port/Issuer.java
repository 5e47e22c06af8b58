package dev.curfew.model.port;

import dev.curfew.model.connection.Secret;
import dev.curfew.model.governance.Enforcement;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.PolicyId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Mints a time-boxed credential.
public interface Issuer {

    /// @param receipt the decision it is issued on
    /// @throws SourceException if the source refused or did not answer
    Issued issue(Receipt receipt, Order order);

    /// The text of a policy as the source holds it now, for the last look before issuing.
    ///
    /// @throws SourceException if it cannot be read
    String currentPolicyText(PolicyId policy);

    /// The scope of a reading, as in `Coverage.scope`, that lists whatever this issues: read whole, it shows that
    /// nothing was issued. Empty where no one scope does; then the whole source has to be read.
    default Optional<String> listedIn() {
        return Optional.empty();
    }

    /// The id of what was issued on an order whose answer was lost, where the source lists no such credentials and it
    /// is known all the same; empty where it has to be looked for.
    ///
    /// @param until when it is over at the latest
    default Optional<CredentialId> named(Order order, Instant until) {
        return Optional.empty();
    }

    /// The variables in which programs of this kind look for such a credential, each with what goes into it; none where
    /// there is no such custom.
    ///
    /// @param value as in `Issued.value`; neither kept nor closed here. The caller closes what is returned.
    default Map<String, Secret> variables(CredentialId credential, Secret value) {
        return Map.of();
    }

    /// @param label shown at the source beside the credential, without secrets
    record Order(PolicyId policy, Duration duration, String label) {}

    /// @param value handed over once; close it then
    /// @param endsAt by the provider's clock
    record Issued(CredentialId id, Secret value, Instant issuedAt, Instant endsAt, Enforcement enforcement) {}
}
