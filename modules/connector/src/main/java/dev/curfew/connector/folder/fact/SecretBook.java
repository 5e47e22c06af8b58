package dev.curfew.connector.folder.fact;

import dev.curfew.connector.fingerprint.Fingerprint;
import dev.curfew.connector.folder.secret.Claims;
import dev.curfew.connector.folder.secret.Environments;
import dev.curfew.connector.folder.secret.Hit;
import dev.curfew.connector.folder.secret.SecretScan;
import dev.curfew.connector.folder.walk.Document;
import dev.curfew.model.text.Messages;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The secrets of all files, each once, with where it stands; and the files in which something stands.
public final class SecretBook {
    private static final Messages MESSAGES = Messages.of(SecretBook.class);
    private static final String TOKEN = "jwt";

    private final Fingerprint fingerprint;
    private final Map<String, FoundValue> values = new TreeMap<>();
    private final Map<String, FoundFile> files = new TreeMap<>();

    public SecretBook(Fingerprint fingerprint) {
        this.fingerprint = fingerprint;
    }

    /// Enters what stands in a file.
    ///
    /// @param text the file's
    public void read(Document document, String text) {
        List<Hit> hits = SecretScan.of(document.name(), text);
        List<Hit> ids = hits.stream().filter(hit -> !hit.secret()).toList();
        Map<String, NavigableMap<Integer, Hit>> places = places(ids);
        for (Hit hit : hits) {
            if (hit.secret()) {
                secret(document, hit, text, places);
            }
        }
        for (Hit id : ids) {
            FoundFile file = file(document);
            String named = text.substring(id.start(), id.end());
            if (!file.credentials().contains(named)) {
                file.named(named);
            }
        }
    }

    private void secret(Document document, Hit hit, String text, Map<String, NavigableMap<Integer, Hit>> ids) {
        String value = text.substring(hit.start(), hit.end());
        FoundFile file = file(document);
        file.open();
        String keyed = fingerprint.of(value);
        if (keyed.isEmpty()) {
            return;
        }
        String name = hit.name().isEmpty() ? hit.form() : hit.name();
        file.fingerprint(name, keyed);
        FoundValue found = values.computeIfAbsent(keyed, FoundValue::new);
        found.called(hit.form(), hit.name());
        found.at(document.path(), MESSAGES.text("line", document.path(), hit.line()), Environments.of(document.path()));
        beside(hit, text, ids).ifPresent(id -> {
            found.beside(id);
            file.credential(id);
        });
        if (hit.form().equals(TOKEN)) {
            Claims.of(value).ifPresent(claims -> {
                found.saying(claims);
                if (!claims.account().isEmpty()) {
                    file.credential(claims.account());
                }
            });
        }
    }

    /// Ids by their provider, and by where they stand.
    private static Map<String, NavigableMap<Integer, Hit>> places(List<Hit> ids) {
        Map<String, NavigableMap<Integer, Hit>> places = new HashMap<>();
        ids.forEach(id -> places.computeIfAbsent(provider(id.form()), _ -> new TreeMap<>())
                .put(id.start(), id));
        return places;
    }

    /// The nearest id of the same provider: of a secret access key, its access key's.
    private static Optional<String> beside(Hit secret, String text, Map<String, NavigableMap<Integer, Hit>> ids) {
        NavigableMap<Integer, Hit> its = ids.getOrDefault(provider(secret.form()), Collections.emptyNavigableMap());
        return Stream.of(its.floorEntry(secret.start()), its.ceilingEntry(secret.start()))
                .filter(Objects::nonNull)
                .map(Map.Entry::getValue)
                .min(Comparator.comparingInt(id -> Math.abs(id.start() - secret.start())))
                .map(id -> text.substring(id.start(), id.end()));
    }

    private static String provider(String form) {
        return form.substring(0, Math.max(0, form.indexOf('.')));
    }

    /// Enters a file in which something else was found.
    public void holds(Document document, boolean inTheOpen) {
        FoundFile file = file(document);
        if (inTheOpen) {
            file.open();
        }
    }

    /// Enters a private key by the fingerprint of its text.
    public void key(Document document, String keyed) {
        file(document).fingerprint("private-key", keyed);
    }

    private FoundFile file(Document document) {
        return files.computeIfAbsent(
                document.path(), path -> new FoundFile(path, fingerprint.of(document.blob()), document.shared()));
    }

    Collection<FoundValue> values() {
        return values.values();
    }

    Collection<FoundFile> files() {
        return files.values();
    }
}
