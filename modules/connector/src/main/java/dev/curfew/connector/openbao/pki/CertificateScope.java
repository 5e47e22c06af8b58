package dev.curfew.connector.openbao.pki;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.folder.fact.Leaf;
import dev.curfew.connector.folder.x509.PemCertificates;
import dev.curfew.connector.openbao.api.BaoAnswer;
import dev.curfew.connector.openbao.api.BaoPath;
import dev.curfew.connector.openbao.api.BaoSession;
import dev.curfew.connector.openbao.sheet.Details;
import dev.curfew.connector.openbao.sheet.Mounts;
import dev.curfew.connector.openbao.sheet.Scope;
import dev.curfew.connector.openbao.sheet.ScopeSheet;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Progress;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Messages;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// The certificates that PKI engines keep, of their authorities too. Those that are over are left out: an engine keeps
/// them until somebody tidies it. Those of roles that keep none (`no_store`) are in no list.
public final class CertificateScope implements Scope {
    private static final Messages MESSAGES = Messages.of(CertificateScope.class);

    private final Instant now;
    private final KnownCertificates known;

    public CertificateScope(Instant now, KnownCertificates known) {
        this.now = now;
        this.known = known;
    }

    @Override
    public String name() {
        return "certificates";
    }

    @Override
    public void read(BaoSession session, ScopeSheet sheet, Progress progress) throws InterruptedException {
        BaoAnswer mounts = session.read("sys/mounts");
        if (!(mounts instanceof BaoAnswer.Done done)) {
            sheet.close(mounts);
            return;
        }
        Map<String, Credential> read = new TreeMap<>();
        Map<String, IssuedCertificate> unread = new TreeMap<>();
        for (String mount : Mounts.of(done.data(), "pki")) {
            Map<String, IssuedCertificate> listed = listed(session, sheet, mount);
            read.putAll(known.unchanged(session, mount, listed));
            unread.putAll(listed);
        }
        unread.keySet().removeAll(read.keySet());
        read.keySet().forEach(_ -> sheet.item());
        Details.each(
                session.callsMax(),
                List.copyOf(unread.keySet()),
                sheet,
                progress,
                id -> Objects.requireNonNull(unread.get(id)).read(session),
                (id, data) -> certificate(sheet, Objects.requireNonNull(unread.get(id)), data)
                        .ifPresent(found -> read.put(id, found)));
        known.keep(read);
        read.values().stream().filter(this::isGood).forEach(sheet::add);
        if (!read.isEmpty() || !unread.isEmpty()) {
            sheet.noteIfRead(MESSAGES.text("unlisted"));
        }
    }

    private static Map<String, IssuedCertificate> listed(BaoSession session, ScopeSheet sheet, String mount)
            throws InterruptedException {
        Map<String, IssuedCertificate> listed = new TreeMap<>();
        for (String serial : sheet.keysOrMiss(session.list(BaoPath.encode(mount + "/certs")))) {
            IssuedCertificate certificate = new IssuedCertificate(mount, serial);
            listed.put(certificate.in(sheet.source()).nativeId(), certificate);
        }
        return listed;
    }

    private boolean isGood(Credential certificate) {
        return certificate.expiry() instanceof Expiry.At(Instant end) && end.isAfter(now);
    }

    private static Optional<Credential> certificate(ScopeSheet sheet, IssuedCertificate issued, JsonNode data) {
        CredentialId id = issued.in(sheet.source());
        Optional<Credential> found =
                PemCertificates.read(id.nativeId(), data.path("certificate").asText()).certificates().stream()
                        .findFirst()
                        .map(it -> credential(
                                sheet, issued, Leaf.of(it.certificate()), IssuedCertificate.revokedAt(data)));
        if (found.isEmpty()) {
            sheet.miss(MESSAGES.text("no-certificate", id.nativeId()));
        }
        return found;
    }

    private static Credential credential(ScopeSheet sheet, IssuedCertificate issued, Leaf leaf, String revokedAt) {
        X509Certificate certificate = leaf.certificate();
        return new Credential(
                issued.in(sheet.source()),
                leaf.isAuthority() ? "x509.authority" : "openbao.certificate",
                leaf.name(),
                null,
                null,
                certificate.getNotBefore().toInstant(),
                new Expiry.At(certificate.getNotAfter().toInstant()),
                new Usage.NotObserved(MESSAGES.text("usage")),
                revokedAt.isEmpty(),
                attributes(issued, leaf, revokedAt),
                sheet.from(
                        "GET " + issued.mount() + "/cert",
                        CanonicalJson.text(Map.of("sha256", leaf.sha256(), "revoked_at", revokedAt))));
    }

    private static Map<String, String> attributes(IssuedCertificate issued, Leaf leaf, String revokedAt) {
        Map<String, String> attributes = new TreeMap<>(leaf.attributes());
        attributes.put("mount", issued.mount());
        attributes.put("parentage", "unknown");
        if (!revokedAt.isEmpty()) {
            attributes.put("revoked-at", revokedAt);
        }
        return attributes;
    }
}
