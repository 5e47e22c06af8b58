package dev.curfew.connector.openbao.pki;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.openbao.api.BaoAnswer;
import dev.curfew.connector.openbao.api.BaoPath;
import dev.curfew.connector.openbao.api.BaoSession;
import dev.curfew.model.proof.ListingEvidence;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.text.Messages;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// The end of an issued certificate. Whoever checks it asks the authority's list (CRL, RFC 5280, section 5), so that it
/// counts as ended only where that has it: an engine may write the list anew much later.
public final class CertificateEnd {
    private static final Messages MESSAGES = Messages.of(CertificateEnd.class);
    private static final int HEXADECIMAL = 16;

    private final InstantSource clock;

    public CertificateEnd(InstantSource clock) {
        this.clock = clock;
    }

    /// What there is to say before it is revoked; empty: it is good.
    public Optional<ActionOutcome> already(BaoSession session, IssuedCertificate certificate)
            throws InterruptedException {
        return switch (certificate.read(session)) {
            case BaoAnswer.Done done -> {
                String revokedAt = IssuedCertificate.revokedAt(done.data());
                yield revokedAt.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new ActionOutcome.AlreadyDone(clock.instant(), MESSAGES.text("revoked", revokedAt)));
            }
            case BaoAnswer.Empty _, BaoAnswer.Absent _ ->
                Optional.of(new ActionOutcome.Refused(clock.instant(), MESSAGES.text("unkept")));
            case BaoAnswer.Refused _,
                    BaoAnswer.Rejected _,
                    BaoAnswer.Throttled _,
                    BaoAnswer.Failed _,
                    BaoAnswer.Silent _,
                    BaoAnswer.Foreign _ -> Optional.empty();
        };
    }

    public ListingEvidence list(BaoSession session, IssuedCertificate certificate) throws InterruptedException {
        BaoAnswer answer = certificate.read(session);
        if (answer instanceof BaoAnswer.Done done) {
            String revokedAt = IssuedCertificate.revokedAt(done.data());
            return revokedAt.isEmpty()
                    ? new ListingEvidence.Listed(clock.instant(), true, MESSAGES.text("good"))
                    : revoked(session, certificate, done.data(), revokedAt);
        }
        boolean unkept = answer instanceof BaoAnswer.Empty || answer instanceof BaoAnswer.Absent;
        return new ListingEvidence.Unreadable(clock.instant(), unkept ? MESSAGES.text("unkept") : answer.words());
    }

    private ListingEvidence revoked(BaoSession session, IssuedCertificate certificate, JsonNode data, String revokedAt)
            throws InterruptedException {
        String issuer = data.path("issuer_id").asText();
        String path = issuer.isEmpty() ? "/cert/crl" : "/issuer/" + issuer + "/crl";
        BaoAnswer answer = session.read(BaoPath.encode(certificate.mount() + path));
        Optional<X509CRL> list = answer instanceof BaoAnswer.Done done ? crl(done.data()) : Optional.empty();
        Instant at = clock.instant();
        if (list.isEmpty()) {
            return new ListingEvidence.Unreadable(at, MESSAGES.text("list-unread", revokedAt, answer.words()));
        }
        X509CRL crl = list.get();
        String since = crl.getThisUpdate().toInstant().toString();
        BigInteger serial = new BigInteger(certificate.serial().replace(":", ""), HEXADECIMAL);
        return crl.getRevokedCertificate(serial) == null
                ? new ListingEvidence.Listed(at, true, MESSAGES.text("not-on-list", revokedAt, since))
                : new ListingEvidence.Listed(at, false, MESSAGES.text("on-list", revokedAt, since));
    }

    private static Optional<X509CRL> crl(JsonNode data) {
        String pem = data.path("crl").asText(data.path("certificate").asText());
        try {
            return CertificateFactory.getInstance("X.509")
                                    .generateCRL(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
                            instanceof X509CRL crl
                    ? Optional.of(crl)
                    : Optional.empty();
        } catch (CertificateException | CRLException _) {
            // the library's message quotes what it met
            return Optional.empty();
        }
    }
}
