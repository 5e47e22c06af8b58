package dev.curfew.revocation.proof;

import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.revocation.ProofRecord;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.revocation.StepRecord;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.plan.Told;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which of those that could make a new credential when a plan was made are left. Pure.
///
/// @param gone ids of those that are not
/// @param own ids of those that Curfew itself works with
/// @param old names of sources that were not read since the plan's last act: what ended with it is listed still
public record MakersLeft(Set<String> gone, Set<String> own, Set<String> old) {
    /// As they were when the plan was made.
    public static final MakersLeft ALL = new MakersLeft(Set.of(), Set.of(), Set.of());

    /// How a reading marks what Curfew itself works with.
    private static final String OWN = "curfew:own";

    private static final Messages MESSAGES = Messages.of(MakersLeft.class);

    public MakersLeft {
        gone = Set.copyOf(gone);
        own = Set.copyOf(own);
        old = Set.copyOf(old);
    }

    /// @param newest asked only where a maker is told of. It lists what was not read whole as it was before, so that
    ///     whoever is missing in it is gone
    public static MakersLeft of(
            RevocationPlan plan, List<StepRecord> records, List<ProofRecord> proofs, Supplier<Snapshot> newest) {
        Set<String> told = Told.of(plan).stream()
                .flatMap(one -> one.names("makers").stream())
                .collect(Collectors.toSet());
        Optional<Instant> acted = records.stream()
                .filter(record -> record.state().isDone())
                .map(StepRecord::at)
                .max(Comparator.naturalOrder());
        return told.isEmpty() || acted.isEmpty() ? ALL : of(told, acted.get(), proofs, newest.get());
    }

    private static MakersLeft of(Set<String> told, Instant acted, List<ProofRecord> proofs, Snapshot newest) {
        Set<String> read = newest.coverage().stream()
                .filter(scope -> scope.at().isAfter(acted))
                .map(Coverage::source)
                .map(SourceName::value)
                .collect(Collectors.toSet());
        Set<String> listed = Stream.concat(
                        newest.identities().stream().map(Identity::id),
                        newest.credentials().stream().map(Credential::id))
                .map(EntityId::text)
                .filter(told::contains)
                .collect(Collectors.toSet());
        Set<String> gone = told.stream()
                .filter(id -> !listed.contains(id) && read.contains(source(id)))
                .collect(Collectors.toCollection(HashSet::new));
        gone.addAll(ended(proofs));
        Set<String> old = told.stream()
                .map(MakersLeft::source)
                .filter(source -> !read.contains(source))
                .collect(Collectors.toSet());
        return new MakersLeft(gone, own(newest), old);
    }

    private static String source(String id) {
        return id.substring(0, id.indexOf(':'));
    }

    /// By their newest proof.
    private static Set<String> ended(List<ProofRecord> proofs) {
        Map<String, Proof> newest = proofs.stream()
                .collect(Collectors.toMap(
                        record -> record.credential().text(), ProofRecord::proof, (_, newer) -> newer));
        return newest.entrySet().stream()
                .filter(each -> each.getValue() instanceof Proof.Proved || each.getValue() instanceof Proof.ProvedAfter)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Set<String> own(Snapshot newest) {
        Stream<EntityId> identities = newest.identities().stream()
                .filter(identity -> "true".equals(identity.tags().get(OWN)))
                .map(Identity::id);
        Stream<EntityId> credentials = newest.credentials().stream()
                .filter(credential -> "true".equals(credential.attributes().get(OWN)))
                .map(Credential::id);
        return Stream.concat(identities, credentials).map(EntityId::text).collect(Collectors.toSet());
    }

    /// Why what was told of is not provably contained; empty if nobody is left. Of many only the first are named.
    Optional<String> why(Told told) {
        List<String> names = told.names("makers");
        List<String> left = names.stream().filter(id -> !gone.contains(id)).toList();
        long count = told.count("makers") - (names.size() - left.size());
        if (count <= 0) {
            return Optional.empty();
        }
        boolean stale = left.stream().map(MakersLeft::source).anyMatch(old::contains);
        String who = left.stream().map(this::name).collect(Collectors.joining(", "));
        return Optional.of(MESSAGES.text(stale ? "makers.before" : "makers", count, who));
    }

    private String name(String id) {
        return own.contains(id) ? MESSAGES.text("makers.own", id) : id;
    }
}
