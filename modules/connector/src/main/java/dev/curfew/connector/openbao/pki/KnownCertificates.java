package dev.curfew.connector.openbao.pki;

import dev.curfew.connector.openbao.api.BaoAnswer;
import dev.curfew.connector.openbao.api.BaoPath;
import dev.curfew.connector.openbao.api.BaoSession;
import dev.curfew.connector.sheet.Json;
import dev.curfew.model.estate.Credential;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Certificates as they were read before. But for its revocation none ever changes, and an engine lists those that are
/// revoked: those of which it says the same as before need not be read again. A server that was put back
/// may also say of one that it is good again.
public final class KnownCertificates {
    /// A kilobyte or two each; those beyond are read each time.
    private static final int KEPT_MAX = 50_000;

    private final Map<String, Credential> known = new HashMap<>();

    /// @param listed all that the engine keeps, by id
    /// @return those that are as they were
    Map<String, Credential> unchanged(BaoSession session, String mount, Map<String, IssuedCertificate> listed)
            throws InterruptedException {
        Map<String, Credential> unchanged = new HashMap<>();
        if (listed.keySet().stream().noneMatch(known::containsKey)) {
            return unchanged;
        }
        BaoAnswer answer = session.list(BaoPath.encode(mount + "/certs/revoked"));
        if (!(answer instanceof BaoAnswer.Done || answer instanceof BaoAnswer.Empty)) {
            return unchanged;
        }
        Set<String> revoked = answer instanceof BaoAnswer.Done done
                ? Set.copyOf(Json.texts(done.data().path("keys")))
                : Set.of();
        listed.forEach((id, certificate) -> {
            Credential before = known.get(id);
            if (before != null && before.active() != revoked.contains(certificate.serial())) {
                unchanged.put(id, before);
            }
        });
        return unchanged;
    }

    /// Instead of those before.
    void keep(Map<String, Credential> read) {
        known.clear();
        read.entrySet().stream().limit(KEPT_MAX).forEach(one -> known.put(one.getKey(), one.getValue()));
    }
}
