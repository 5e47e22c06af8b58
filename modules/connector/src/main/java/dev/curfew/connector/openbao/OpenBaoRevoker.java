package dev.curfew.connector.openbao;

import dev.curfew.connector.openbao.api.BaoAccess;
import dev.curfew.connector.openbao.api.BaoAnswer;
import dev.curfew.connector.openbao.api.BaoSession;
import dev.curfew.connector.openbao.approle.SecretId;
import dev.curfew.connector.openbao.pki.CertificateEnd;
import dev.curfew.connector.openbao.pki.IssuedCertificate;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Revoker;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.text.Messages;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/// Ends tokens and secret ids by accessor, leases by id, and certificates by serial number. None of it can be undone.
final class OpenBaoRevoker implements Revoker {
    private static final Messages MESSAGES = Messages.of(OpenBaoRevoker.class);

    static final Action REVOKE = new Action("openbao.revoke-accessor", false);

    static final Action REVOKE_LEASE = new Action("openbao.revoke-lease", false);

    private final BaoAccess access;
    private final Clock clock;

    OpenBaoRevoker(BaoAccess access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    @Override
    public ActionOutcome act(Action action, CredentialId credential) throws InterruptedException {
        return switch (action.code()) {
            case "openbao.revoke-accessor" -> withSession(session -> revokeToken(session, credential.nativeId()));
            case "openbao.revoke-lease" -> withSession(session -> revokeLease(session, Leases.id(credential)));
            case "openbao.revoke-certificate" ->
                withSession(session -> revokeCertificate(session, IssuedCertificate.of(credential)));
            case "openbao.destroy-secret-id" -> withSession(session -> destroy(session, SecretId.of(credential)));
            default -> throw new IllegalArgumentException("not an action of OpenBao's: " + action.code());
        };
    }

    private interface Act {
        ActionOutcome on(BaoSession session) throws InterruptedException;
    }

    private ActionOutcome withSession(Act act) throws InterruptedException {
        try (BaoSession session = access.acting()) {
            return act.on(session);
        } catch (SourceException e) {
            return new ActionOutcome.Refused(clock.instant(), String.valueOf(e.getMessage()));
        }
    }

    private ActionOutcome revokeToken(BaoSession session, String accessor) throws InterruptedException {
        BaoAnswer answer = session.ask("auth/token/revoke-accessor", Map.of("accessor", accessor));
        return outcome(answer, MESSAGES.text("token-revoked"));
    }

    /// `sync` waits until the engine has taken back what it handed out, and answers with its error where it could not.
    /// A lease that never was is revoked just as gladly, so it is looked up first.
    private ActionOutcome revokeLease(BaoSession session, String lease) throws InterruptedException {
        BaoAnswer found = session.ask("sys/leases/lookup", Map.of("lease_id", lease));
        if (found.saysUnknown()) {
            return new ActionOutcome.AlreadyDone(clock.instant(), found.words());
        }
        BaoAnswer answer = session.ask("sys/leases/revoke", Map.of("lease_id", lease, "sync", true));
        return outcome(answer, MESSAGES.text("lease-revoked"));
    }

    /// One that is revoked is revoked just as gladly again, so it is looked up first.
    private ActionOutcome revokeCertificate(BaoSession session, IssuedCertificate certificate)
            throws InterruptedException {
        Optional<ActionOutcome> already = new CertificateEnd(clock).already(session, certificate);
        return already.isPresent()
                ? already.get()
                : outcome(certificate.revoke(session), MESSAGES.text("certificate-revoked"));
    }

    /// One that is gone is answered with a 500, which could be anything: so it is looked up first.
    private ActionOutcome destroy(BaoSession session, SecretId secretId) throws InterruptedException {
        BaoAnswer found = secretId.lookup(session);
        BaoAnswer answer = SecretId.saysGone(found) ? found : secretId.destroy(session);
        return SecretId.saysGone(answer)
                ? new ActionOutcome.AlreadyDone(clock.instant(), MESSAGES.text("secret-id-gone"))
                : outcome(answer, MESSAGES.text("secret-id-destroyed"));
    }

    private ActionOutcome outcome(BaoAnswer answer, String done) {
        if (answer.saysUnknown()) {
            return new ActionOutcome.AlreadyDone(clock.instant(), answer.words());
        }
        if (answer instanceof BaoAnswer.Done) {
            return new ActionOutcome.Done(clock.instant(), done);
        }
        return answer.undone(
                clock.instant(),
                answer instanceof BaoAnswer.Throttled ? answer.words() : MESSAGES.text("act-refused", answer.words()));
    }
}
