package dev.curfew.app.usecase.attestation;

import dev.curfew.analysis.owner.OwnerAddresses;
import dev.curfew.analysis.owner.OwnerNames;
import dev.curfew.app.usecase.Books;
import dev.curfew.governance.attestation.AttestationBook;
import dev.curfew.governance.attestation.OwnerKey;
import dev.curfew.model.snapshot.Snapshot;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Addresses of owners that an officer vouched for, with a key or by a list of people; a tag alone has nobody written
/// to.
public final class VouchedAddresses {
    private final Books books;
    private final AttestationBook book;
    private final Predicate<String> isAddress;

    /// @param isAddress whether mail can go to it
    public VouchedAddresses(Books books, AttestationBook book, Predicate<String> isAddress) {
        this.books = books;
        this.book = book;
        this.isAddress = isAddress;
    }

    /// By owner; nothing for those who have none.
    ///
    /// @param owners as tags name them
    public Map<String, String> of(Snapshot snapshot, Collection<String> owners, Instant now) {
        Map<String, String> vouched = books.read(book::keys).stream()
                .filter(OwnerKey::isGood)
                .map(OwnerKey::owner)
                .filter(isAddress)
                .collect(Collectors.toUnmodifiableMap(OwnerNames::plain, owner -> owner, (first, _) -> first));
        Map<String, String> all = new HashMap<>();
        owners.stream()
                .filter(owner -> vouched.containsKey(OwnerNames.plain(owner)))
                .forEach(owner -> all.put(owner, vouched.get(OwnerNames.plain(owner))));
        OwnerAddresses.of(snapshot, owners, now).forEach((owner, address) -> {
            if (isAddress.test(address)) {
                all.put(owner, address);
            }
        });
        return Map.copyOf(all);
    }
}
