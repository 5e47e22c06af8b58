package dev.curfew.connector.openbao;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.openbao.api.BaoAccess;
import dev.curfew.connector.openbao.api.BaoAnswer;
import dev.curfew.connector.openbao.api.BaoSession;
import dev.curfew.connector.openbao.api.Unsaid;
import dev.curfew.connector.openbao.approle.SecretId;
import dev.curfew.connector.openbao.approle.SecretIdProbe;
import dev.curfew.connector.openbao.pki.CertificateEnd;
import dev.curfew.connector.openbao.pki.IssuedCertificate;
import dev.curfew.connector.sheet.Json;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.Probe;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.proof.Belonging;
import dev.curfew.model.proof.ListingEvidence;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.proof.RefusalClass;
import dev.curfew.model.text.Messages;
import java.nio.CharBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;

/// Tries a token at `sys/internal/ui/mounts`, which every valid token may read, whatever its policies, and which spends
/// none of its uses. `auth/token/lookup-self` would not do: it answers 403 to a valid token without the `default`
/// policy.
///
/// A token that is refused there is invalid, expired, revoked, or bound to other addresses, all in the same words; the
/// reading token's lookup of its accessor tells which.
final class OpenBaoProbe implements Probe {
    private static final Messages MESSAGES = Messages.of(OpenBaoProbe.class);

    private static final String LOOKUP = "auth/token/lookup";

    /// Other values are not shown to OpenBao, whose audit log has their hash from then on.
    private static final Pattern LOOKS_LIKE_A_TOKEN = Pattern.compile("(hv[sbr]|[sbr])\\.[A-Za-z0-9_-]{16,}");

    private final SourceName source;
    private final BaoAccess access;
    private final Clock clock;
    private final SecretIdProbe secretIds;

    OpenBaoProbe(SourceName source, BaoAccess access, Clock clock) {
        this.source = source;
        this.access = access;
        this.clock = clock;
        secretIds = new SecretIdProbe(access, clock);
    }

    @Override
    public ProbeOutcome attempt(CredentialId credential, Secret value) throws InterruptedException {
        if (SecretId.is(credential)) {
            return secretIds.attempt(credential, value);
        }
        if (IssuedCertificate.is(credential)) {
            return new ProbeOutcome.Indeterminate(clock.instant(), MESSAGES.text("certificate-probe"));
        }
        if (Leases.isLease(credential)) {
            return new ProbeOutcome.Indeterminate(clock.instant(), MESSAGES.text("lease-probe"));
        }
        try (BaoSession session = access.with(value)) {
            BaoAnswer answer = session.readWhatAnyTokenMay();
            Instant at = clock.instant();
            return switch (answer) {
                case BaoAnswer.Done _ -> new ProbeOutcome.Accepted(at, MESSAGES.text("accepted"));
                case BaoAnswer.Refused refused -> whyRefused(credential, at, refused);
                case BaoAnswer.Throttled _,
                        BaoAnswer.Absent _,
                        BaoAnswer.Empty _,
                        BaoAnswer.Rejected _,
                        BaoAnswer.Failed _,
                        BaoAnswer.Silent _,
                        BaoAnswer.Foreign _ -> new ProbeOutcome.Indeterminate(at, answer.words());
            };
        } catch (SourceException e) {
            return new ProbeOutcome.Indeterminate(clock.instant(), String.valueOf(e.getMessage()));
        }
    }

    private ProbeOutcome whyRefused(CredentialId credential, Instant at, BaoAnswer.Refused refused)
            throws InterruptedException {
        if (refused.byPolicy()) {
            return new ProbeOutcome.Refused(at, RefusalClass.DENIED, refused.words());
        }
        BaoAnswer looked = lookup(credential);
        if (looked.saysUnknown()) {
            return new ProbeOutcome.Refused(
                    at, RefusalClass.INVALID_CREDENTIAL, MESSAGES.text("refused-gone", refused.words()));
        }
        if (!(looked instanceof BaoAnswer.Done done)) {
            return new ProbeOutcome.Indeterminate(
                    at, MESSAGES.text("refused-unclear", refused.words(), looked.words()));
        }
        return done.data().path("bound_cidrs").isEmpty()
                ? new ProbeOutcome.Refused(at, RefusalClass.DENIED, MESSAGES.text("refused-listed", refused.words()))
                : new ProbeOutcome.Refused(at, RefusalClass.NETWORK, MESSAGES.text("refused-bound", refused.words()));
    }

    @Override
    public ListingEvidence list(CredentialId credential) throws InterruptedException {
        if (SecretId.is(credential)) {
            return secretIds.list(credential);
        }
        if (IssuedCertificate.is(credential)) {
            return listCertificate(IssuedCertificate.of(credential));
        }
        try {
            BaoAnswer answer = lookup(credential);
            Instant at = clock.instant();
            if (answer.saysUnknown()) {
                return new ListingEvidence.NotListed(at, answer.words());
            }
            if (answer instanceof BaoAnswer.Done done) {
                String end = done.data().path("expire_time").asText();
                return new ListingEvidence.Listed(
                        at, true, end.isEmpty() ? MESSAGES.text("endless") : MESSAGES.text("ends", end));
            }
            return new ListingEvidence.Unreadable(at, answer.words());
        } catch (SourceException e) {
            return new ListingEvidence.Unreadable(clock.instant(), String.valueOf(e.getMessage()));
        }
    }

    private ListingEvidence listCertificate(IssuedCertificate certificate) throws InterruptedException {
        try (BaoSession session = access.reading()) {
            return new CertificateEnd(clock).list(session, certificate);
        } catch (SourceException e) {
            return new ListingEvidence.Unreadable(clock.instant(), String.valueOf(e.getMessage()));
        }
    }

    /// A value that OpenBao does not know, or no longer, belongs to nothing. The reading token asks, for that spends no
    /// use and needs no right of the value's own; where it may not, the value is asked about itself.
    ///
    /// @throws SourceException if neither may
    @Override
    public boolean belongs(CredentialId credential, Secret value) throws InterruptedException {
        if (SecretId.is(credential)) {
            return secretIds.belongs(credential, value);
        }
        if (Leases.isLease(credential) || IssuedCertificate.is(credential)) {
            return false;
        }
        BaoAnswer answer = lookup(value);
        if (answer instanceof BaoAnswer.Refused refused) {
            if (refused.words().contains("bad token")) {
                return false;
            }
            answer = lookupSelf(value);
        }
        if (answer instanceof BaoAnswer.Refused refused && !refused.byPolicy()) {
            return false;
        }
        if (answer instanceof BaoAnswer.Done done) {
            return done.data().path("accessor").asText().equals(credential.nativeId());
        }
        throw Unsaid.failure(answer, LOOKUP);
    }

    /// A batch token has no accessor. A value that does not look like a token may be a secret id.
    @Override
    public Belonging whose(Secret value) throws InterruptedException {
        if (value.use(characters ->
                !LOOKS_LIKE_A_TOKEN.matcher(CharBuffer.wrap(characters)).matches())) {
            return secretIds.whose(value);
        }
        BaoAnswer answer = lookup(value);
        if (answer instanceof BaoAnswer.Done done) {
            String accessor = done.data().path("accessor").asText();
            return accessor.isEmpty()
                    ? new Belonging.Nameless(nameless(done.data()))
                    : new Belonging.To(new CredentialId(source, accessor));
        }
        if (answer instanceof BaoAnswer.Refused refused && refused.words().contains("bad token")) {
            return new Belonging.Untold();
        }
        throw Unsaid.failure(answer, LOOKUP);
    }

    private static String nameless(JsonNode token) {
        String policies = String.join(", ", Json.texts(token.path("policies")));
        String key = token.path("orphan").asBoolean() ? "nameless.orphan" : "nameless";
        return MESSAGES.text(key, policies, token.path("expire_time").asText());
    }

    private BaoAnswer lookup(Secret value) throws InterruptedException {
        try (BaoSession session = access.reading()) {
            return session.ask(LOOKUP, Map.of("token", value.reveal()));
        }
    }

    private BaoAnswer lookupSelf(Secret value) throws InterruptedException {
        try (BaoSession session = access.with(value)) {
            return session.read("auth/token/lookup-self");
        }
    }

    private BaoAnswer lookup(CredentialId credential) throws InterruptedException {
        try (BaoSession session = access.reading()) {
            return Leases.isLease(credential)
                    ? session.ask("sys/leases/lookup", Map.of("lease_id", Leases.id(credential)))
                    : session.ask("auth/token/lookup-accessor", Map.of("accessor", credential.nativeId()));
        }
    }
}
