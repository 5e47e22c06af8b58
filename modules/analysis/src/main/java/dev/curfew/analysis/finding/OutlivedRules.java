package dev.curfew.analysis.finding;

import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.estate.CertificateNames;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The rule over certificates that outlived what they were for: they are good, wherever they were found or issued, and
/// each name that they are for shows a newer one that is for it. One name that nobody looked at, or that did not
/// answer, is enough to say nothing; so is one that is no DNS name.
final class OutlivedRules {
    /// Of an endpoint: its certificate, by native id; as connectors derive it, that it was asked and did not answer.
    private static final String SHOWS = "certificate";

    private static final String UNANSWERED = "curfew:unanswered";

    private final SnapshotIndex index;
    private final Instant now;

    /// What each name shows; empty: it is not known.
    private final Map<String, List<Optional<Credential>>> endpoints = new HashMap<>();

    private final Set<String> shown = new HashSet<>();

    OutlivedRules(SnapshotIndex index, Instant now) {
        this.index = index;
        this.now = now;
        index.snapshot().resources().forEach(this::endpoint);
    }

    private void endpoint(Resource resource) {
        Optional<Credential> shows = Optional.ofNullable(resource.tags().get(SHOWS))
                .flatMap(id -> index.credential(new CredentialId(resource.source(), id)));
        if (resource.tags().containsKey(SHOWS) || resource.tags().containsKey(UNANSWERED)) {
            String host = resource.name().replaceFirst(":[0-9]+$", "");
            endpoints.computeIfAbsent(host, _ -> new ArrayList<>(1)).add(shows);
            shows.map(OutlivedRules::identity).ifPresent(shown::add);
        }
    }

    /// By issuer and serial number (RFC 5280, 4.1.2.2), for sources name them otherwise; else by its id.
    static String identity(Credential certificate) {
        String serial = certificate.attributes().getOrDefault("serial", "");
        return serial.isEmpty()
                ? certificate.id().nativeId()
                : serial + " " + certificate.attributes().getOrDefault("issuer", "");
    }

    List<Finding> look() {
        if (endpoints.isEmpty()) {
            return List.of();
        }
        List<Finding> found = new ArrayList<>();
        for (Credential each : index.snapshot().credentials()) {
            if (each.active() && each.expiry() instanceof Expiry.At(Instant end) && end.isAfter(now)) {
                look(each, end).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<Finding> look(Credential certificate, Instant end) {
        List<String> names = names(certificate);
        Instant created = certificate.createdAt();
        boolean judged = !names.isEmpty()
                && names.size() < CertificateNames.MAX
                && !certificate.attributes().containsKey(CertificateNames.OTHERS)
                && created != null
                && !shown.contains(identity(certificate))
                && names.stream().allMatch(name -> isReplaced(name, created));
        return judged
                ? Optional.of(Finding.about(
                        Rule.CERTIFICATE,
                        "replaced",
                        Severity.LOW,
                        certificate,
                        certificate.name(),
                        LocalDate.ofInstant(end, ZoneOffset.UTC).toString(),
                        SecretRules.some(names)))
                : Optional.empty();
    }

    private boolean isReplaced(String name, Instant created) {
        List<Optional<Credential>> instead = endpoints.getOrDefault(name, List.of());
        return !instead.isEmpty()
                && instead.stream()
                        .allMatch(it -> it.isPresent() && isNewer(it.get(), created) && isFor(it.get(), name));
    }

    /// A `*` stands for one whole label at the left (RFC 9525, 6.3).
    private static boolean isFor(Credential shown, String name) {
        List<String> names = names(shown);
        return names.contains(name) || names.contains(name.replaceFirst("^[^.]+", "*"));
    }

    private static boolean isNewer(Credential shown, Instant created) {
        Instant since = shown.createdAt();
        return since != null && since.isAfter(created);
    }

    private static List<String> names(Credential certificate) {
        return Arrays.stream(certificate
                        .attributes()
                        .getOrDefault(CertificateNames.DNS, "")
                        .split(", ", -1))
                .filter(name -> !name.isEmpty())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
    }
}
