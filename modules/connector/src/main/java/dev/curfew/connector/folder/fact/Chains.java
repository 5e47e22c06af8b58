package dev.curfew.connector.folder.fact;

import dev.curfew.connector.folder.x509.FoundCertificate;
import dev.curfew.model.text.Messages;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.security.auth.x500.X500Principal;

/// Which certificate signed which, among those that were found. A name alone proves nothing: the signature does.
final class Chains {
    private static final Messages MESSAGES = Messages.of(Chains.class);

    /// Of one name; a check of a signature each.
    private static final int CANDIDATES_MAX = 32;

    private final Map<String, Leaf> all = new TreeMap<>();
    private final Map<X500Principal, List<Leaf>> bySubject = new HashMap<>();
    private final Map<String, Leaf> issuers = new HashMap<>();

    private Chains() {}

    static Chains of(List<FoundCertificate> found) {
        Chains chains = new Chains();
        for (FoundCertificate each : found) {
            Leaf leaf = Leaf.of(each.certificate());
            chains.all.computeIfAbsent(leaf.sha256(), _ -> leaf).places().add(each.place());
        }
        for (Leaf leaf : chains.all.values()) {
            chains.bySubject
                    .computeIfAbsent(leaf.certificate().getSubjectX500Principal(), _ -> new ArrayList<>())
                    .add(leaf);
        }
        for (Leaf leaf : chains.all.values()) {
            chains.find(leaf).ifPresent(issuer -> chains.issuers.put(leaf.sha256(), issuer));
        }
        return chains;
    }

    Collection<Leaf> all() {
        return all.values();
    }

    Optional<Leaf> issuer(Leaf leaf) {
        return Optional.ofNullable(issuers.get(leaf.sha256()));
    }

    /// Two authorities that signed each other are no chain: the one found later has no issuer then.
    private Optional<Leaf> find(Leaf leaf) {
        if (leaf.isSelfIssued()) {
            return Optional.empty();
        }
        return bySubject.getOrDefault(leaf.certificate().getIssuerX500Principal(), List.of()).stream()
                .filter(Leaf::isAuthority)
                .sorted(Comparator.comparing((Leaf it) -> !it.isSelfIssued()).thenComparing(Leaf::sha256))
                .limit(CANDIDATES_MAX)
                .filter(it -> signed(leaf, it) && !above(it).contains(leaf.sha256()))
                .findFirst();
    }

    private static boolean signed(Leaf leaf, Leaf issuer) {
        try {
            leaf.certificate().verify(issuer.certificate().getPublicKey());
            return true;
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private Set<String> above(Leaf leaf) {
        Set<String> above = new HashSet<>();
        Leaf at = leaf;
        while (at != null && above.add(at.sha256())) {
            at = issuers.get(at.sha256());
        }
        return above;
    }

    /// How far its chain goes here.
    String words(Leaf leaf) {
        if (leaf.isSelfIssued()) {
            return MESSAGES.text(signed(leaf, leaf) ? "chain.self" : "chain.broken");
        }
        Leaf top = leaf;
        for (Leaf next = issuers.get(top.sha256()); next != null; next = issuers.get(top.sha256())) {
            top = next;
        }
        if (top.isSelfIssued()) {
            return MESSAGES.text("chain.whole", top.subject());
        }
        return MESSAGES.text("chain.open", top.issuer());
    }
}
