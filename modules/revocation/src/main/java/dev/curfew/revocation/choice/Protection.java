package dev.curfew.revocation.choice;

import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.target.Targets;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.SessionsId;
import dev.curfew.model.port.Probe;
import dev.curfew.model.port.Secrets;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.port.UnitOfWork;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.revocation.ground.Cascade;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is never revoked from here: protected identities, and Curfew's own credentials and identities with whatever
/// those hang on (revoking a parent token kills the child that asked for it).
public final class Protection {
    /// Set to `true` on an identity at its source, or by the connector.
    public static final String PROTECTED = "curfew:protected";

    /// The last way in when all others fail is not closed by the tool that is used when all others fail.
    public static final String BREAK_GLASS = "curfew:break-glass";

    /// Set by the connectors on what a connection itself uses.
    private static final String OWN = "curfew:own";

    /// More descendants than these are not asked about one by one; the plan is refused instead.
    private static final int DESCENDANTS_MAX = 200;

    private final UnitOfWork unitOfWork;
    private final Secrets secrets;
    private final Targets targets;

    public Protection(UnitOfWork unitOfWork, Secrets secrets, Targets targets) {
        this.unitOfWork = unitOfWork;
        this.secrets = secrets;
        this.targets = targets;
    }

    /// @return the credential, or PROTECTED, OWN_CREDENTIAL, or SOURCE_FAILED where the source does not say whose it is
    Outcome<Credential> allows(SnapshotIndex index, Credential credential) throws InterruptedException {
        Outcome<Credential> unprotected = unprotected(index, credential);
        if (unprotected instanceof Outcome.Refused<Credential>) {
            return unprotected;
        }
        try {
            return own(index, credential) == Own.NO
                    ? Outcome.done(credential)
                    : Outcome.refused(Refusal.OWN_CREDENTIAL, credential.id().text());
        } catch (SourceException e) {
            return Outcome.refused(Refusal.SOURCE_FAILED, credential.source().value(), String.valueOf(e.getMessage()));
        }
    }

    /// @return the credential, or PROTECTED
    Outcome<Credential> unprotected(SnapshotIndex index, Credential credential) {
        Optional<Identity> holder = Optional.ofNullable(credential.holder())
                .flatMap(index::identity)
                .filter(Protection::isProtected);
        return holder.isPresent()
                ? Outcome.refused(
                        Refusal.PROTECTED, credential.id().text(), holder.get().name())
                : Outcome.done(credential);
    }

    public static boolean isProtected(Identity identity) {
        return List.of(PROTECTED, BREAK_GLASS).stream()
                .anyMatch(tag -> "true".equals(identity.tags().get(tag)));
    }

    /// Whether Curfew works as this one: whatever ends for it, ends for Curfew.
    public static boolean isOwn(Identity identity) {
        return "true".equals(identity.tags().get(OWN));
    }

    /// Whether it is marked itself, or proves an identity that is; all sessions of one count too, which no reading
    /// lists.
    public static boolean isMarkedOwn(SnapshotIndex index, CredentialId id) {
        Optional<Credential> credential = index.credential(id);
        return credential.filter(it -> "true".equals(it.attributes().get(OWN))).isPresent()
                || credential
                        .map(Credential::holder)
                        .or(() -> SessionsId.holder(id))
                        .flatMap(index::identity)
                        .filter(Protection::isOwn)
                        .isPresent();
    }

    /// The marks are as old as the reading; a connection may have been given another credential since, so the source is
    /// asked as well. Where it cannot be told which of its credentials it is, it is taken for the one that acts.
    ///
    /// @throws SourceException if the source does not say
    Own own(SnapshotIndex index, Credential credential) throws InterruptedException {
        List<CredentialId> family = new ArrayList<>(List.of(credential.id()));
        family.addAll(Cascade.below(index, credential.id()));
        if (family.size() > DESCENDANTS_MAX || family.stream().anyMatch(id -> isMarkedOwn(index, id))) {
            return Own.ACTS;
        }
        Optional<Probe> probe = targets.probe(credential.source());
        Optional<Connection> connection = unitOfWork.run(transaction ->
                transaction.connections().find(credential.source().value()));
        if (probe.isEmpty() || connection.isEmpty()) {
            return Own.NO;
        }
        if (isOneOf(family, probe.get(), connection.get().actSecret())) {
            return Own.ACTS;
        }
        return isOneOf(family, probe.get(), connection.get().readSecret()) ? Own.READS : Own.NO;
    }

    private boolean isOneOf(List<CredentialId> family, Probe probe, String secret) throws InterruptedException {
        Optional<Secret> kept = secrets.get(secret);
        if (kept.isEmpty()) {
            return false;
        }
        try (Secret own = kept.get()) {
            for (CredentialId id : family) {
                if (probe.belongs(id, own)) {
                    return true;
                }
            }
        }
        return false;
    }
}
