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
import java.util.TreeMap;

/// The certificates that PKI engines keep, of their authorities too. Those that are over are left out: an engine keeps
/// them until somebody tidies it. Those of roles that keep none (`no_store`) are in no list.
public final class CertificateScope implements Scope {
    private static final Messages MESSAGES = Messages.of(CertificateScope.class);

    private final Instant now;

    public CertificateScope(Instant now) {
        this.now = now;
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
        Map<String, IssuedCertificate> byId = new TreeMap<>();
        for (String mount : Mounts.of(done.data(), "pki")) {
            BaoAnswer list = session.list(BaoPath.encode(mount + "/certs"));
            for (String serial : sheet.keysOrMiss(list)) {
                IssuedCertificate certificate = new IssuedCertificate(mount, serial);
                byId.put(certificate.in(sheet.source()).nativeId(), certificate);
            }
        }
        Details.each(
                session.callsMax(),
                List.copyOf(byId.keySet()),
                sheet,
                progress,
                id -> Objects.requireNonNull(byId.get(id)).read(session),
                (id, data) -> certificate(sheet, Objects.requireNonNull(byId.get(id)), data));
        if (!byId.isEmpty()) {
            sheet.noteIfRead(MESSAGES.text("unlisted"));
        }
    }

    private void certificate(ScopeSheet sheet, IssuedCertificate issued, JsonNode data) {
        CredentialId id = issued.in(sheet.source());
        PemCertificates.read(id.nativeId(), data.path("certificate").asText()).certificates().stream()
                .findFirst()
                .ifPresentOrElse(
                        found -> add(sheet, issued, Leaf.of(found.certificate()), IssuedCertificate.revokedAt(data)),
                        () -> sheet.miss(MESSAGES.text("no-certificate", id.nativeId())));
    }

    private void add(ScopeSheet sheet, IssuedCertificate issued, Leaf leaf, String revokedAt) {
        X509Certificate certificate = leaf.certificate();
        Instant end = certificate.getNotAfter().toInstant();
        if (end.isAfter(now)) {
            sheet.add(new Credential(
                    issued.in(sheet.source()),
                    leaf.isAuthority() ? "x509.authority" : "openbao.certificate",
                    leaf.name(),
                    null,
                    null,
                    certificate.getNotBefore().toInstant(),
                    new Expiry.At(end),
                    new Usage.NotObserved(MESSAGES.text("usage")),
                    revokedAt.isEmpty(),
                    attributes(issued, leaf, revokedAt),
                    sheet.from(
                            "GET " + issued.mount() + "/cert",
                            CanonicalJson.text(Map.of("sha256", leaf.sha256(), "revoked_at", revokedAt)))));
        }
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
