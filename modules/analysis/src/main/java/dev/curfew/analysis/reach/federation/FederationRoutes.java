package dev.curfew.analysis.reach.federation;

import dev.curfew.analysis.reach.route.Leading;
import dev.curfew.analysis.reach.route.Route;
import dev.curfew.analysis.reach.route.Routes;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.snapshot.Derived;
import dev.curfew.model.snapshot.Part;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Ways from one provider's identities to another's by tokens; and from those outside whom somebody trusts, and whom no
/// source has read.
public final class FederationRoutes implements Routes {
    private static final Derived<Known> KNOWN = Derived.of(Known::new, Part.IDENTITIES, Part.RESOURCES);

    private final Tokens tokens;
    private final List<Trusting> trusting;
    private final Map<IdentityId, Token> outsiders = new TreeMap<>();

    /// Who has a token, by issuer and subject.
    private static final class Known {
        private final Map<String, Set<String>> byIssuer = new HashMap<>();

        Known(SnapshotIndex index) {
            Tokens tokens = new Tokens(index);
            for (Identity identity : index.snapshot().identities()) {
                String subject = tokens.subject(identity);
                if (!subject.isEmpty()) {
                    byIssuer.computeIfAbsent(tokens.issuer(identity), _ -> new HashSet<>())
                            .add(subject);
                }
            }
        }

        boolean has(String issuer, String subject) {
            return byIssuer.getOrDefault(issuer, Set.of()).contains(subject);
        }
    }

    public FederationRoutes(SnapshotIndex index, List<Trusting> trusting) {
        tokens = new Tokens(index);
        this.trusting = List.copyOf(trusting);
        Known known = index.get(KNOWN);
        trusting.forEach(each -> each.subjects().forEach(subject -> add(subject, known)));
    }

    /// Those of an issuer whose identities were read are no outsiders; nor is one subject that was read of some
    /// cluster, whichever that is.
    private void add(Subject subject, Known known) {
        boolean read = subject.isOne()
                ? known.has(subject.issuer(), subject.pattern()) || known.has("", subject.pattern())
                : known.byIssuer.containsKey(subject.issuer())
                        && !subject.issuer().equals(GitHubClaims.ISSUER);
        if (!read) {
            IdentityId id = subject.outsider();
            String example = subject.example();
            outsiders.put(
                    id,
                    new Token(
                            id,
                            subject.issuer(),
                            example,
                            Set.of(),
                            true,
                            GitHubClaims.of(subject.issuer(), example),
                            false,
                            Set.of(),
                            Set.of()));
        }
    }

    /// Identities that no source has read, and that somebody trusts.
    public Set<IdentityId> outsiders() {
        return Collections.unmodifiableSet(outsiders.keySet());
    }

    @Override
    public Optional<Leading> leadingTo(Set<EntityId> targets) {
        return trusting.stream()
                .flatMap(each -> each.lettingInto(targets).stream())
                .reduce(Predicate::or)
                .map(subjects ->
                        new Leading(this, from -> from instanceof IdentityId id && subjects.test(subject(id))));
    }

    /// Empty for one who has no token.
    private String subject(IdentityId id) {
        Token outsider = outsiders.get(id);
        return outsider == null ? tokens.subject(id) : outsider.subject();
    }

    @Override
    public void from(EntityId from, Predicate<EntityId> settled, Consumer<Route> found) {
        if (from instanceof IdentityId id) {
            Optional<Token> token = Optional.ofNullable(outsiders.get(id)).or(() -> tokens.of(id));
            token.ifPresent(it -> trusting.forEach(each -> each.letIn(it, settled, found)));
        }
    }
}
