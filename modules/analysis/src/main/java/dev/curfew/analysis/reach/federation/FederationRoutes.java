package dev.curfew.analysis.reach.federation;

import dev.curfew.analysis.reach.route.Route;
import dev.curfew.analysis.reach.route.Routes;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.snapshot.SnapshotIndex;
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
    private final Tokens tokens;
    private final List<Trusting> trusting;
    private final Map<IdentityId, Token> outsiders = new TreeMap<>();

    public FederationRoutes(SnapshotIndex index, List<Trusting> trusting) {
        tokens = new Tokens(index);
        this.trusting = List.copyOf(trusting);
        Set<String> known = new HashSet<>();
        Set<String> issuers = new HashSet<>();
        for (Identity identity : index.snapshot().identities()) {
            String subject = tokens.subject(identity);
            if (!subject.isEmpty()) {
                known.add(tokens.issuer(identity) + " " + subject);
                issuers.add(tokens.issuer(identity));
            }
        }
        trusting.forEach(each -> each.subjects().forEach(subject -> add(subject, known, issuers)));
    }

    /// Those of an issuer whose identities were read are no outsiders; nor is one subject that was read of some
    /// cluster,
    /// whichever that is.
    private void add(Subject subject, Set<String> known, Set<String> issuers) {
        boolean read = subject.isOne()
                ? known.contains(subject.issuer() + " " + subject.pattern()) || known.contains(" " + subject.pattern())
                : issuers.contains(subject.issuer()) && !subject.issuer().equals(GitHubClaims.ISSUER);
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
        return Set.copyOf(outsiders.keySet());
    }

    @Override
    public void from(EntityId from, Predicate<EntityId> settled, Consumer<Route> found) {
        if (from instanceof IdentityId id) {
            Optional<Token> token = Optional.ofNullable(outsiders.get(id)).or(() -> tokens.of(id));
            token.ifPresent(it -> trusting.forEach(each -> each.letIn(it, settled, found)));
        }
    }
}
