package dev.curfew.analysis.signal;

import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.analysis.reach.federation.GitHubClaims;
import dev.curfew.analysis.reach.route.Route;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.snapshot.Derived;
import dev.curfew.model.snapshot.Part;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which identities are of one repository and of no other: by a tag that says so, by the owner that is named, or
/// because jobs of that repository become them and nobody else from outside does.
public final class RepositoryIdentities {
    private static final Derived<RepositoryIdentities> DERIVED = Derived.of(
            RepositoryIdentities::new,
            Part.IDENTITIES,
            Part.POLICIES,
            Part.GRANTS,
            Part.RESOURCES,
            Part.CREDENTIALS,
            Part.MEMBERSHIPS,
            Part.TRUSTS,
            Part.COVERAGE,
            Part.TIME);

    private static final Set<String> TAGS = Set.of("repository", "repo", "git-repository", "git_repository");

    /// `owner/name`, with or without where the forge is.
    private static final Pattern NAME = Pattern.compile(
            "(?:(?:https?|ssh)://)?(?:git@)?(?:[\\w.-]+\\.[a-z]+[/:])?([\\w.-]+/[\\w.-]+?)(?:\\.git)?/?");

    /// What the jobs' subjects begin with, and the repository's name after it.
    private static final Pattern JOBS = Pattern.compile(Pattern.quote(GitHubClaims.ISSUER) + " repo:([^:]+)(?::.*)?");

    private static final String EVERY = "*";

    private final Map<String, Set<EntityId>> byRepository = new HashMap<>();

    private RepositoryIdentities(SnapshotIndex index) {
        index.snapshot().identities().forEach(this::look);
        lookAtTrusts(index);
    }

    public static RepositoryIdentities in(SnapshotIndex index) {
        return index.get(DERIVED);
    }

    /// @param repository `owner/name`, with or without where the forge is, in upper or lower case
    public List<EntityId> of(String repository) {
        return name(repository).map(byRepository::get).map(List::copyOf).orElse(List.of());
    }

    private void look(Identity identity) {
        identity.tags().forEach((tag, value) -> {
            if (TAGS.contains(tag.toLowerCase(Locale.ROOT))) {
                name(value).ifPresent(repository -> add(repository, identity.id()));
            }
        });
        if (identity.ownership() instanceof Ownership.Owned(String owner, String _)) {
            name(owner).ifPresent(repository -> add(repository, identity.id()));
        }
    }

    /// Whoever lets in several repositories, or some by a pattern, does not end with one of them.
    private void lookAtTrusts(SnapshotIndex index) {
        BlastRadius radius = new BlastRadius(index);
        Map<IdentityId, Set<String>> letIn = new TreeMap<>();
        for (IdentityId outsider : radius.outsiders()) {
            String repository = repository(outsider);
            for (Route step : radius.steps(outsider)) {
                if (step.target() instanceof IdentityId target) {
                    letIn.computeIfAbsent(target, _ -> new TreeSet<>()).add(repository);
                }
            }
        }
        letIn.forEach((target, repositories) -> {
            if (repositories.size() == 1 && !repositories.contains(EVERY)) {
                add(repositories.iterator().next(), target);
            }
        });
    }

    /// That the outsider is a job of; [#EVERY] where it may be any, or is none's.
    private static String repository(IdentityId outsider) {
        int slash = outsider.nativeId().indexOf('/');
        Matcher jobs = JOBS.matcher(outsider.nativeId().substring(slash + 1));
        return jobs.matches() ? name(jobs.group(1)).orElse(EVERY) : EVERY;
    }

    private void add(String repository, EntityId id) {
        byRepository.computeIfAbsent(repository, _ -> new TreeSet<>()).add(id);
    }

    /// Lower case, as forges compare names; empty for what is no repository's, or many's.
    private static Optional<String> name(String text) {
        Matcher matcher = NAME.matcher(text.strip());
        return matcher.matches() ? Optional.of(matcher.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }
}
