package dev.curfew.connector.folder.fact;

import dev.curfew.connector.folder.x509.Found;
import dev.curfew.connector.folder.x509.FoundKey;
import dev.curfew.connector.sheet.Sheet;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.text.Messages;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// Certificates and private keys, each once, with where it lies and what belongs to what.
public final class CertificateFacts {
    private static final Messages MESSAGES = Messages.of(CertificateFacts.class);

    private final Sheet sheet;
    private final Ids ids;
    private final Chains chains;
    private final Map<String, List<FoundKey>> keys = new TreeMap<>();

    private CertificateFacts(Sheet sheet, Found found) {
        this.sheet = sheet;
        ids = new Ids(sheet.source());
        chains = Chains.of(found.certificates());
        for (FoundKey key : found.keys()) {
            keys.computeIfAbsent(key.id(), _ -> new ArrayList<>()).add(key);
        }
    }

    /// What a certificate is listed by.
    public static CredentialId id(SourceName source, X509Certificate certificate) {
        return new Ids(source).certificate(Leaf.of(certificate).sha256());
    }

    public static void add(Sheet sheet, Found found) {
        add(sheet, found, _ -> Map.of());
    }

    /// @param more what else is known of a certificate
    public static void add(Sheet sheet, Found found, Function<X509Certificate, Map<String, String>> more) {
        CertificateFacts facts = new CertificateFacts(sheet, found);
        for (Leaf leaf : facts.chains.all()) {
            sheet.item();
            sheet.add(facts.certificate(leaf, more.apply(leaf.certificate())));
        }
        facts.keys.forEach((id, all) -> {
            sheet.item();
            sheet.add(facts.key(id, all));
        });
    }

    private Credential certificate(Leaf leaf, Map<String, String> more) {
        Map<String, String> attributes = new TreeMap<>(leaf.attributes());
        attributes.putAll(more);
        attributes.put("places", Places.text(leaf.places()));
        attributes.put("chain", chains.words(leaf));
        attributes.put("private-key", privateKey(leaf));
        CredentialId parent =
                chains.issuer(leaf).map(it -> ids.certificate(it.sha256())).orElse(null);
        return new Credential(
                ids.certificate(leaf.sha256()),
                leaf.isAuthority() ? "x509.authority" : "x509.certificate",
                leaf.name(),
                null,
                parent,
                leaf.certificate().getNotBefore().toInstant(),
                new Expiry.At(leaf.certificate().getNotAfter().toInstant()),
                new Usage.NotObserved(MESSAGES.text("certificate.unused")),
                true,
                attributes,
                sheet.from(leaf.places().first(), "{}"));
    }

    private String privateKey(Leaf leaf) {
        List<String> places = keys.values().stream()
                .flatMap(List::stream)
                .filter(key -> !key.spki().isEmpty() && key.spki().equals(leaf.spki()))
                .map(FoundKey::place)
                .toList();
        return places.isEmpty() ? MESSAGES.text("key.elsewhere") : Places.text(places);
    }

    private Credential key(String id, List<FoundKey> all) {
        FoundKey one = all.getFirst();
        Map<String, String> attributes = new TreeMap<>();
        attributes.put("form", Places.text(all.stream().map(FoundKey::form).toList()));
        attributes.put("places", Places.text(all.stream().map(FoundKey::place).toList()));
        boolean open = all.stream().anyMatch(key -> !key.encrypted());
        attributes.put("encrypted", MESSAGES.text(open ? "key.open" : "key.encrypted"));
        if (!one.spki().isEmpty()) {
            attributes.put("spki", one.spki());
        }
        all.stream()
                .map(FoundKey::fingerprint)
                .filter(it -> !it.isEmpty())
                .sorted()
                .findFirst()
                .ifPresent(it -> attributes.put("fingerprint", it));
        String place = all.stream().map(FoundKey::place).sorted().findFirst().orElse("");
        return new Credential(
                ids.key(id),
                "x509.private-key",
                MESSAGES.text("key", place),
                null,
                null,
                null,
                new Expiry.Unknown(MESSAGES.text("key.endless")),
                new Usage.NotObserved(MESSAGES.text("key.unused")),
                true,
                attributes,
                sheet.from(place, "{}"));
    }
}
