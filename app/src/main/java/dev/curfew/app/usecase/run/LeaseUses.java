package dev.curfew.app.usecase.run;

import dev.curfew.app.usecase.estate.Estate;
import dev.curfew.governance.target.Targets;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.Issuer.Lease;
import dev.curfew.model.port.Probe;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Optional;

/// Tries logins that a secrets engine handed out at the database itself, where that is a connected source: that the
/// engine lists one no more is less than that it is refused where it is used (principle S06).
final class LeaseUses {
    /// The tag of an engine's path that says where its logins are logins.
    private static final String ADDRESS = "database-address";

    private static final String USER = "CURFEW_USERNAME";
    private static final String PASSWORD = "CURFEW_PASSWORD";

    private static final Messages MESSAGES = Messages.of(LeaseUses.class);

    private final Estate estate;
    private final Targets targets;

    LeaseUses(Estate estate, Targets targets) {
        this.estate = estate;
        this.targets = targets;
    }

    /// Tries it.
    ///
    /// @param path where it was handed out
    LeaseUse before(Lease lease, String path) throws InterruptedException {
        Secret user = lease.variables().get(USER);
        Secret password = lease.variables().get(PASSWORD);
        if (user == null || password == null) {
            return new LeaseUse.NoLogin();
        }
        String address = address(lease.id().source(), path);
        try {
            for (SourceName source : sources()) {
                Optional<LeaseUse> tried = at(source, address, user, password);
                if (tried.isPresent()) {
                    return tried.get();
                }
            }
            return untried("use.nowhere", address);
        } catch (SourceException e) {
            return untried("use.failed", address, String.valueOf(e.getMessage()));
        }
    }

    private Optional<LeaseUse> at(SourceName source, String address, Secret user, Secret password)
            throws InterruptedException {
        Optional<Probe> probe = targets.probe(source);
        Optional<CredentialId> login =
                probe.isEmpty() ? Optional.empty() : probe.get().loginAt(address, user.reveal());
        if (login.isEmpty()) {
            return Optional.empty();
        }
        ProbeOutcome outcome = probe.get().attempt(login.get(), password);
        return Optional.of(
                outcome instanceof ProbeOutcome.Accepted
                        ? new LeaseUse.LetIn(login.get(), password)
                        : untried("use.refused", address, outcome.detail()));
    }

    private static LeaseUse untried(String key, Object... arguments) {
        return new LeaseUse.Untried(MESSAGES.text(key, arguments));
    }

    private List<SourceName> sources() {
        return estate.current().snapshot().identities().stream()
                .map(Identity::source)
                .distinct()
                .toList();
    }

    private String address(SourceName engine, String path) {
        return estate.current().snapshot().resources().stream()
                .filter(it -> it.source().equals(engine) && it.name().equals(path))
                .map(it -> it.tags().getOrDefault(ADDRESS, ""))
                .findFirst()
                .orElse("");
    }
}
