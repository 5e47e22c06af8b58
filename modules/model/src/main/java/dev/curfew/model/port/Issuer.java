package dev.curfew.model.port;

import dev.curfew.model.connection.Secret;
import dev.curfew.model.governance.Enforcement;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.revocation.Action;
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

    /// What the source hands out at a path to whoever has a credential that this issued, and takes back with it at the
    /// latest; empty where such a source hands out nothing.
    ///
    /// @param value of the credential; stays the caller's
    /// @param path as the source names it
    /// @throws SourceException if the source refused or did not answer, or would not take it back
    default Optional<Lease> lease(Secret value, String path) throws InterruptedException {
        return Optional.empty();
    }

    /// @param value handed over once; closed with this
    /// @param variables as from [#variables]; closed with this
    /// @param lasts how long the source lets it, if it is not taken back before
    /// @param ending the act that takes it back
    record Lease(CredentialId id, Secret value, Map<String, Secret> variables, Duration lasts, Action ending)
            implements AutoCloseable {
        public Lease {
            variables = Map.copyOf(variables);
        }

        @Override
        public void close() {
            value.close();
            variables.values().forEach(Secret::close);
        }
    }

    /// @param label shown at the source beside the credential, without secrets
    record Order(PolicyId policy, Duration duration, String label) {}

    /// @param value handed over once; close it then
    /// @param endsAt by the provider's clock
    record Issued(CredentialId id, Secret value, Instant issuedAt, Instant endsAt, Enforcement enforcement) {}
}
