package dev.curfew.analysis.finding.noted;

import dev.curfew.analysis.finding.Finding;
import dev.curfew.analysis.finding.Rule;
import dev.curfew.analysis.finding.Severity;
import dev.curfew.analysis.kind.Kinds;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What stands at a source otherwise than Curfew left it: a window's end that was moved, more given to it than was
/// approved, a credential that came back, a narrowed policy that was written anew. What was not read since is none.
final class Drift {
    /// Sources count whole seconds, and a reading takes a while.
    private static final Duration GRACE = Duration.ofMinutes(1);

    private static final Kinds KINDS = Kinds.packaged();

    private final SnapshotIndex index;
    private final Recorded recorded;
    private final Set<EntityId> held;

    Drift(SnapshotIndex index, Recorded recorded) {
        this.index = index;
        this.recorded = recorded;
        held = recorded.given().stream()
                .filter(Recorded.Given::isOpen)
                .map(Recorded.Given::credential)
                .collect(Collectors.toCollection(HashSet::new));
    }

    List<Finding> look() {
        return Stream.concat(
                        recorded.given().stream().flatMap(this::given),
                        recorded.written().stream().flatMap(this::written))
                .toList();
    }

    private Stream<Finding> given(Recorded.Given given) {
        Optional<Credential> there = index.credential(given.credential()).filter(Credential::active);
        if (there.isEmpty()) {
            return Stream.empty();
        }
        return given.isOpen()
                ? Stream.concat(moved(given, there.get()).stream(), wider(given, there.get()).stream())
                : back(given, there.get()).stream();
    }

    private static Optional<Finding> moved(Recorded.Given given, Credential credential) {
        return switch (credential.expiry()) {
            case Expiry.At(Instant at) ->
                at.isAfter(given.endsAt().plus(GRACE))
                        ? Optional.of(about(given, credential, "end-moved", NotedWords.time(at))
                                .on(List.of(given.window(), at.toString())))
                        : Optional.empty();
            case Expiry.Never() ->
                Optional.of(about(given, credential, "end-removed").on(List.of(given.window(), "never")));
            case Expiry.Unknown _ -> Optional.empty();
        };
    }

    private Optional<Finding> wider(Recorded.Given given, Credential credential) {
        List<EntityId> more = Stream.concat(policies(given, credential), groups(given, credential))
                .distinct()
                .sorted()
                .toList();
        return more.isEmpty()
                ? Optional.empty()
                : Optional.of(about(given, credential, "wider", names(more))
                        .on(more.stream()
                                .map(each -> given.window() + " " + each.text())
                                .toList()));
    }

    private Stream<EntityId> policies(Recorded.Given given, Credential credential) {
        return Stream.of(Optional.of(credential.id()), Optional.ofNullable(credential.holder()))
                .flatMap(Optional::stream)
                .flatMap(subject -> index.grantsOf(subject).stream())
                .map(Grant::policy)
                .filter(policy -> !policy.equals(given.policy()))
                .map(EntityId.class::cast);
    }

    /// Groups, but for the one that the approved policy is about, and those that the provider puts everybody in.
    private Stream<EntityId> groups(Recorded.Given given, Credential credential) {
        String approved = index.policy(given.policy()).map(Policy::text).orElse("");
        return Optional.ofNullable(credential.holder()).map(index::groupsOf).orElse(List.of()).stream()
                .filter(group -> !approved.contains('"' + group.nativeId() + '"'))
                .filter(group ->
                        index.identity(group).filter(KINDS::isProvidersOwn).isEmpty())
                .map(EntityId.class::cast);
    }

    private String names(List<EntityId> all) {
        return all.stream().map(this::name).collect(Collectors.joining(", "));
    }

    private String name(EntityId id) {
        return switch (id) {
            case PolicyId policy -> index.policy(policy).map(Policy::name).orElseGet(id::nativeId);
            case IdentityId group -> index.identity(group).map(Identity::name).orElseGet(id::nativeId);
            case CredentialId _, ResourceId _ -> id.nativeId();
        };
    }

    /// Not where it stands for another window that is open.
    private Optional<Finding> back(Recorded.Given given, Credential credential) {
        Instant ended = given.endedAt().orElseThrow();
        return held.contains(credential.id()) || !isReadSince(credential.source(), credential.provenance(), ended)
                ? Optional.empty()
                : Optional.of(
                        about(given, credential, "back", NotedWords.time(ended)).on(given.window()));
    }

    private Stream<Finding> written(Recorded.Written written) {
        return index
                .policy(written.policy())
                .filter(policy -> !plain(policy.text()).equals(plain(written.text())))
                .filter(policy -> isReadSince(policy.source(), policy.provenance(), written.at()))
                .map(policy -> Finding.of(
                                Rule.DRIFT,
                                "rewritten",
                                Severity.MEDIUM,
                                policy.id(),
                                policy.name(),
                                written.narrowing(),
                                NotedWords.time(written.at()))
                        .on(written.narrowing()))
                .stream();
    }

    /// Sources lay a text out as they like.
    private static String plain(String text) {
        return text.replaceAll("\\s+", "");
    }

    private boolean isReadSince(SourceName source, Provenance provenance, Instant moment) {
        return index.snapshot().coverage().stream()
                .filter(coverage ->
                        coverage.source().equals(source) && coverage.scope().equals(provenance.scope()))
                .map(Coverage::at)
                .anyMatch(at -> at.isAfter(moment.plus(GRACE)));
    }

    private static Finding about(Recorded.Given given, Credential credential, String variant, String... more) {
        String[] arguments = Stream.concat(
                        Stream.of(credential.name(), given.window(), NotedWords.time(given.endsAt())), Stream.of(more))
                .toArray(String[]::new);
        return Finding.of(Rule.DRIFT, variant, Severity.HIGH, credential.id(), arguments);
    }
}
