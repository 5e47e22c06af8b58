package dev.curfew.connector.folder.fact;

import dev.curfew.connector.folder.secret.Claims;
import dev.curfew.connector.folder.secret.Environments;
import dev.curfew.connector.folder.secret.Hit;
import dev.curfew.connector.sheet.Sheet;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.signal.SecretPlace;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Files that hold secrets, and the secrets, by their fingerprints.
public final class SecretFacts {
    private static final Messages MESSAGES = Messages.of(SecretFacts.class);

    private SecretFacts() {}

    /// @param holder which agent alone is given a secret, by its fingerprint
    public static void add(Sheet sheet, SecretBook book, Function<String, Optional<String>> holder) {
        Ids ids = new Ids(sheet.source());
        for (FoundFile file : book.files()) {
            sheet.item();
            sheet.add(new Resource(
                    ids.file(file.path()),
                    "folder.file",
                    file.path(),
                    file.isOpen() ? Sensitivity.HIGH : Sensitivity.UNKNOWN,
                    tags(file),
                    sheet.from(file.path(), "{}")));
        }
        for (FoundValue value : book.values()) {
            sheet.item();
            IdentityId agent = holder.apply(value.fingerprint())
                    .filter(path -> value.paths().size() == 1 && value.paths().contains(path))
                    .map(ids::agent)
                    .orElse(null);
            sheet.add(secret(sheet, ids, value, agent));
        }
    }

    private static Map<String, String> tags(FoundFile file) {
        Map<String, String> tags = new TreeMap<>();
        file.fingerprints().forEach((name, keyed) -> tags.put("fingerprint:" + name, keyed));
        put(tags, "curfew:credential", String.join(",", file.credentials()));
        put(tags, "names", String.join(",", file.named()));
        tags.put(SecretPlace.CONTENT, file.content());
        put(tags, "environment", Environments.of(file.path()));
        if (file.isOpen()) {
            tags.put("curfew:in-the-open", "true");
        }
        if (file.isShared()) {
            tags.put("read-by", MESSAGES.text("everybody"));
        }
        return tags;
    }

    private static Credential secret(Sheet sheet, Ids ids, FoundValue value, @Nullable IdentityId holder) {
        String form = value.forms().first();
        Map<String, String> attributes = new TreeMap<>();
        attributes.put("fingerprint", value.fingerprint());
        attributes.put("form", String.join(", ", value.forms()));
        boolean guessed = value.forms().stream().allMatch(Hit.BY_NAME::equals);
        attributes.put("known-by", MESSAGES.text(guessed ? "known.name" : "known.form"));
        attributes.put("places", Places.text(value.places()));
        put(attributes, "names", String.join(", ", value.names()));
        put(attributes, "of", String.join(", ", value.beside()));
        put(attributes, "environments", String.join(", ", value.environments()));
        value.claims().ifPresent(claims -> {
            put(attributes, "issuer", claims.issuer());
            put(attributes, "subject", claims.subject());
        });
        String what = value.names().isEmpty() ? form : value.names().first();
        return new Credential(
                ids.secret(value.fingerprint()),
                "folder.secret",
                MESSAGES.text("secret", what, value.paths().first()),
                holder,
                null,
                null,
                expiry(value),
                new Usage.NotObserved(MESSAGES.text("unused")),
                true,
                attributes,
                sheet.from(value.paths().first(), "{}"));
    }

    private static Expiry expiry(FoundValue value) {
        Optional<Claims> claims = value.claims();
        if (claims.isEmpty()) {
            return new Expiry.Unknown(MESSAGES.text("endless"));
        }
        Optional<Instant> end = claims.get().ends();
        return end.isPresent() ? new Expiry.At(end.get()) : new Expiry.Never();
    }

    private static void put(Map<String, String> tags, String name, String value) {
        if (!value.isEmpty()) {
            tags.put(name, value);
        }
    }
}
