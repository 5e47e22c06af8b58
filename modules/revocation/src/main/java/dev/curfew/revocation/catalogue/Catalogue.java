package dev.curfew.revocation.catalogue;

import dev.curfew.governance.target.IssuedKind;
import dev.curfew.model.estate.Credential;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The revocability of every kind of credential that Curfew knows.
public final class Catalogue {
    private final List<Revocability> records;
    private final Map<String, Revocability> byKind;

    /// @throws IllegalArgumentException if two records have one kind
    Catalogue(List<Revocability> records) {
        this.records = List.copyOf(records);
        byKind = records.stream().collect(Collectors.toUnmodifiableMap(Revocability::kind, record -> record, (a, _) -> {
            throw new IllegalArgumentException("two records for " + a.kind());
        }));
    }

    /// The one that is packaged with this module.
    public static Catalogue packaged() {
        return CatalogueReader.packaged();
    }

    public List<Revocability> all() {
        return records;
    }

    /// Empty for a kind it does not have: then nothing is known, and nothing is done.
    public Optional<Revocability> of(Credential credential) {
        return records.stream()
                .filter(record -> record.variant() != null && record.variant().matches(credential))
                .findFirst()
                .or(() -> Optional.ofNullable(byKind.get(credential.kind())));
    }

    /// As a step of a plan names it.
    public Optional<Revocability> kind(String kind) {
        return Optional.ofNullable(byKind.get(kind));
    }

    /// What ends all sessions of an identity of this kind at once.
    public Optional<Revocability> sessionsOf(String identityKind) {
        return records.stream()
                .filter(record -> identityKind.equals(record.sessionsOf()))
                .findFirst();
    }

    /// Whether it has this act for this kind of credential, and says that it can be undone at the target.
    public boolean undoes(String kind, String code) {
        return kind(kind).stream()
                .flatMap(how -> how.actions().stream())
                .anyMatch(action -> action.code().equals(code) && action.reversible());
    }

    /// Whether that act leaves nothing of the credential.
    public boolean deletes(String kind, String code) {
        return kind(kind).filter(how -> how.deletions().contains(code)).isPresent();
    }

    /// Whether that act has to be done again to end what began since.
    public boolean isMomentary(String kind, String code) {
        return kind(kind).filter(how -> how.momentary().contains(code)).isPresent();
    }

    /// What each kind of connection issues, and what ends it.
    public Map<String, IssuedKind> issued() {
        return records.stream()
                .filter(record -> record.issuedBy() != null && !record.actions().isEmpty())
                .collect(Collectors.toUnmodifiableMap(
                        record -> String.valueOf(record.issuedBy()),
                        record -> new IssuedKind(record.kind(), record.actions().getLast())));
    }
}
