package dev.curfew.connector.endpoints;

import dev.curfew.connector.folder.fact.CertificateFacts;
import dev.curfew.connector.sheet.Sheet;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.text.Messages;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// An endpoint, with what it showed.
final class EndpointFact {
    private static final Messages MESSAGES = Messages.of(EndpointFact.class);

    private EndpointFact() {}

    static void add(Sheet sheet, Shown.Certificates shown) {
        X509Certificate own = shown.chain().getFirst();
        Map<String, String> tags = new TreeMap<>();
        tags.put("certificate", CertificateFacts.id(sheet.source(), own).nativeId());
        tags.put("protocol", shown.protocol().isEmpty() ? MESSAGES.text("protocol.none") : shown.protocol());
        tags.put("name", MESSAGES.text(NameCheck.isFor(own, shown.endpoint()) ? "name.its" : "name.other"));
        tags.put(
                "chain",
                MESSAGES.text(
                        isLinked(shown.chain()) ? "chain.linked" : "chain.torn",
                        shown.chain().size()));
        sheet.item();
        add(sheet, shown.endpoint(), tags);
    }

    /// One that was asked and showed nothing: what it showed before is not known to be there any more.
    static void addUnanswered(Sheet sheet, Endpoint endpoint) {
        add(sheet, endpoint, Map.of("curfew:unanswered", "true"));
    }

    private static void add(Sheet sheet, Endpoint endpoint, Map<String, String> tags) {
        sheet.add(new Resource(
                new ResourceId(sheet.source(), "endpoint/" + endpoint.text()),
                "endpoints.endpoint",
                endpoint.text(),
                Sensitivity.UNKNOWN,
                tags,
                sheet.from("handshake", "{}")));
    }

    /// Whether each that was sent is signed by the next (RFC 8446, 4.4.2, which lets clients take others as well).
    private static boolean isLinked(List<X509Certificate> chain) {
        for (int i = 1; i < chain.size(); i++) {
            try {
                chain.get(i - 1).verify(chain.get(i).getPublicKey());
            } catch (GeneralSecurityException _) {
                return false;
            }
        }
        return true;
    }
}
