package dev.curfew.analysis.reach.change;

import dev.curfew.analysis.escalation.Environment;
import dev.curfew.analysis.escalation.aws.account.Organizations;
import dev.curfew.analysis.escalation.aws.way.Surroundings;
import dev.curfew.analysis.escalation.openbao.HeldPolicies;
import dev.curfew.analysis.reach.aws.AwsRoutes;
import dev.curfew.analysis.reach.aws.CredentialRoom;
import dev.curfew.analysis.reach.aws.federation.PermissionSetRoles;
import dev.curfew.analysis.reach.aws.federation.PodIdentities;
import dev.curfew.analysis.reach.federation.Tokens;
import dev.curfew.analysis.reach.inside.Contents;
import dev.curfew.analysis.reach.inside.Inside;
import dev.curfew.analysis.reach.kubernetes.PodSecurity;
import dev.curfew.analysis.reach.openbao.OpenBaoRoutes;
import dev.curfew.analysis.reach.route.Route;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Membership;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.estate.Trust;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.right.Rights;
import dev.curfew.model.snapshot.Derived;
import dev.curfew.model.snapshot.Part;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whose steps can differ between two snapshots. Never too few; at times more than need be.
///
/// A principal's steps depend on itself, on what it holds and belongs to, and on the things that the steps lead to: so
/// a changed thing makes all steps to it questionable, and a changed holding all steps of its holder.
public final class Concerned {
    /// A policy with one of these may answer otherwise at another time, though nobody changed it: `aws:CurrentTime`,
    /// `aws:EpochTime`, OpenBao's `expiration`.
    private static final List<String> ABOUT_TIME = List.of("time", "expiration");

    /// The tag of an OpenBao token role that has policies by pattern, without a grant of each.
    private static final String HELD_BY_PATTERN = "allowed-policies-glob";

    private static final String STACK_SETS = "cloudformation";
    private static final String ARN = "arn:";

    private static final List<Derived<Set<SourceName>>> SOURCES = List.of(
            Derived.of(index -> sources(index.snapshot().identities()), Part.IDENTITIES),
            Derived.of(index -> sources(index.snapshot().credentials()), Part.CREDENTIALS),
            Derived.of(index -> sources(index.snapshot().policies()), Part.POLICIES),
            Derived.of(index -> sources(index.snapshot().resources()), Part.RESOURCES));
    private static final Derived<Set<SourceName>> STATING =
            Derived.of(index -> stating(index.snapshot()), Part.POLICIES);

    private final SnapshotIndex before;
    private final SnapshotIndex after;
    private final Set<EntityId> principals = new HashSet<>();
    private final Set<EntityId> targets = new HashSet<>();
    private boolean everybody;

    private Concerned(SnapshotIndex before, SnapshotIndex after) {
        this.before = before;
        this.after = after;
    }

    /// @param insideBefore what was in things before
    /// @param insideAfter what is in things now
    public static Concerned of(SnapshotIndex before, Inside insideBefore, SnapshotIndex after, Inside insideAfter) {
        Concerned concerned = new Concerned(before, after);
        concerned.everybody = !sources(before).equals(sources(after))
                || !before.get(STATING).equals(after.get(STATING))
                || !OpenBaoRoutes.engines(before).equals(OpenBaoRoutes.engines(after))
                || !credentials(before).isAsKnownAs(credentials(after))
                || !HeldPolicies.listed(before).equals(HeldPolicies.listed(after));
        if (!concerned.everybody) {
            concerned.look(before.snapshot().takenAt().equals(after.snapshot().takenAt()));
            concerned.inside(List.of(insideBefore, insideAfter));
        }
        return concerned;
    }

    private static Surroundings credentials(SnapshotIndex index) {
        return new Surroundings(index, Environment.UNKNOWN);
    }

    /// Whether anybody's steps can be other ones: then the rest says nothing.
    public boolean everybody() {
        return everybody;
    }

    /// Those whose own steps are all to be looked for again.
    public Set<EntityId> principals() {
        return Set.copyOf(principals);
    }

    /// The things to which everybody's steps are to be looked for again.
    public Set<EntityId> targets() {
        return Set.copyOf(targets);
    }

    private static Set<SourceName> sources(SnapshotIndex index) {
        Set<SourceName> sources = new HashSet<>();
        SOURCES.forEach(each -> sources.addAll(index.get(each)));
        return sources;
    }

    private static <F extends Fact> Set<SourceName> sources(List<F> facts) {
        Set<SourceName> sources = new HashSet<>();
        facts.forEach(it -> sources.add(it.source()));
        return sources;
    }

    /// The sources that state rights themselves: from the first to the last of them everything there is reached.
    private static Set<SourceName> stating(Snapshot snapshot) {
        return snapshot.policies().stream()
                .filter(policy -> policy.kind().equals(Rights.KIND))
                .map(Policy::source)
                .collect(Collectors.toSet());
    }

    private void look(boolean sameTime) {
        FactChanges changes = new FactChanges(before, after);
        for (Identity it : changes.of(Snapshot::identities)) {
            thing(it.id(), it.tags());
            OpenBaoRoutes.whole(it.id(), it.kind()).ifPresent(targets::add);
            // whether it was read decides what its permission set is known to lead to
            Stream.of(before, after)
                    .flatMap(index -> PermissionSetRoles.sets(index, it.id()))
                    .forEach(targets::add);
        }
        changes.of(Snapshot::credentials).forEach(this::credential);
        if (!sameTime) {
            changes.ended().forEach(this::credential);
        }
        for (Resource it : changes.of(Snapshot::resources)) {
            thing(it.id(), it.tags());
            sameThing(it.id());
            OpenBaoRoutes.engine(it).ifPresent(targets::add);
            // all its service accounts' tokens are signed and checked by it
            everybody |= it.kind().equals(Tokens.CLUSTER) || it.kind().equals(PodIdentities.CLUSTER);
            // pods made there reach for other pods' nodes, or no longer do
            everybody |= PodSecurity.isGuarded(it);
            // requests of everybody in it tell where it is, and so do those about everything in it
            everybody |= Organizations.isMember(it);
        }
        for (Trust it : changes.of(Snapshot::trusts)) {
            targets.add(it.target());
        }
        for (Membership it : changes.of(Snapshot::memberships)) {
            principals.add(it.member());
        }
        changes.of(Snapshot::grants).forEach(this::grant);
        Set<Policy> policies = new HashSet<>(changes.of(Snapshot::policies));
        if (!sameTime) {
            after.snapshot().policies().stream().filter(Concerned::aboutTime).forEach(policies::add);
        }
        policies(policies);
        heirs();
        accounts();
        everybody |= changesStackSets(before) || changesStackSets(after);
    }

    /// A role that stack sets are handed leads to whichever roles it may assume, as one step of who hands it on.
    private boolean changesStackSets(SnapshotIndex index) {
        return index.snapshot().trusts().stream()
                .filter(trust -> principals.contains(trust.target()) || targets.contains(trust.target()))
                .flatMap(trust -> index.policy(trust.document()).stream())
                .anyMatch(policy -> policy.text().contains(STACK_SETS));
    }

    /// By a method somebody becomes an administrator through another's rights, or through a policy that is there.
    private void accounts() {
        Stream.concat(principals.stream(), targets.stream())
                .flatMap(id -> AwsRoutes.accountOf(id).stream())
                .collect(Collectors.toSet())
                .forEach(targets::add);
    }

    /// What it names besides may be reached through it: the role that a function runs as.
    private void thing(EntityId id, Map<String, String> attributes) {
        principals.add(id);
        targets.add(id);
        for (String value : attributes.values()) {
            targets.addAll(before.resolve(value));
            targets.addAll(after.resolve(value));
        }
    }

    /// An ARN names one thing, whoever reads it: what one source says of it counts for what others have of it.
    private void sameThing(EntityId id) {
        targets.add(id);
        if (id.nativeId().startsWith(ARN)) {
            targets.addAll(before.resolve(id.nativeId()));
            targets.addAll(after.resolve(id.nativeId()));
        }
    }

    /// Whether it works matters to itself alone, and to who may ask for tokens for the same readers.
    private void credential(Credential credential) {
        principals.add(credential.id());
        if (credential.holder() != null && credential.attributes().containsKey("audiences")) {
            principals.add(credential.holder());
        }
        Optional<List<String>> was = before.credential(credential.id()).map(Concerned::asTarget);
        Optional<List<String>> is = after.credential(credential.id()).map(Concerned::asTarget);
        if (!was.equals(is)) {
            targets.add(credential.id());
            if (credential.holder() != null && CredentialRoom.isTakenBy(credential)) {
                targets.add(credential.holder());
            }
        }
    }

    /// By what others find it, and whose room it takes.
    private static List<String> asTarget(Credential credential) {
        return List.of(
                credential.kind(),
                credential.attributes().getOrDefault(Contents.FINGERPRINT, ""),
                CredentialRoom.isTakenBy(credential) ? String.valueOf(credential.holder()) : "");
    }

    /// Who has a thing has what is in it: that is in question with the thing, and with all that it hangs on. What it
    /// hung on before may let in now what was not there then, and the other way round.
    private void inside(List<Inside> insides) {
        Map<EntityId, List<ResourceId>> hanging = hanging(insides);
        Deque<EntityId> open = new ArrayDeque<>(targets);
        open.addAll(principals);
        while (!open.isEmpty()) {
            EntityId changed = open.remove();
            List<ResourceId> things = new ArrayList<>(hanging.getOrDefault(changed, List.of()));
            if (changed instanceof ResourceId thing) {
                things.add(thing);
            }
            things.stream()
                    .flatMap(thing -> insides.stream().flatMap(inside -> inside.of(thing).stream()))
                    .map(Route::target)
                    .filter(targets::add)
                    .forEach(open::add);
        }
    }

    /// By what they hang on.
    private static Map<EntityId, List<ResourceId>> hanging(List<Inside> insides) {
        Map<EntityId, List<ResourceId>> hanging = new HashMap<>();
        for (Inside inside : insides) {
            for (ResourceId thing : inside.things()) {
                inside.hangsOn(thing)
                        .forEach(id -> hanging.computeIfAbsent(id, _ -> new ArrayList<>(1))
                                .add(thing));
            }
        }
        return hanging;
    }

    private void grant(Grant grant) {
        switch (grant.role()) {
            case IDENTITY, BOUNDARY -> principals.add(grant.subject());
            case RESOURCE -> sameThing(grant.subject());
            case SERVICE_CONTROL, RESOURCE_CONTROL -> everybody = true;
        }
    }

    private static boolean aboutTime(Policy policy) {
        String text = policy.text().toLowerCase(Locale.ROOT);
        return ABOUT_TIME.stream().anyMatch(text::contains);
    }

    private void policies(Collection<Policy> changed) {
        Set<PolicyId> ids = changed.stream().map(Policy::id).collect(Collectors.toSet());
        if (ids.isEmpty()) {
            return;
        }
        principals.addAll(ids);
        for (SnapshotIndex index : List.of(before, after)) {
            index.snapshot().grants().stream()
                    .filter(grant -> ids.contains(grant.policy()))
                    .forEach(this::grant);
            index.snapshot().trusts().stream()
                    .filter(trust -> ids.contains(trust.document()))
                    .forEach(trust -> targets.add(trust.target()));
            index.snapshot().identities().stream()
                    .filter(identity -> identity.tags().containsKey(HELD_BY_PATTERN))
                    .forEach(identity -> principals.add(identity.id()));
        }
    }

    /// Members have what their groups have, and credentials what their holders have.
    private void heirs() {
        int size = -1;
        while (size != principals.size()) {
            size = principals.size();
            for (SnapshotIndex index : List.of(before, after)) {
                for (Membership it : index.snapshot().memberships()) {
                    if (principals.contains(it.group())) {
                        principals.add(it.member());
                    }
                }
                for (Credential it : index.snapshot().credentials()) {
                    if (it.holder() != null && principals.contains(it.holder())) {
                        principals.add(it.id());
                    }
                }
            }
        }
    }
}
