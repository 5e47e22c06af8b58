package dev.curfew.analysis.graph.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.Estate;
import dev.curfew.analysis.graph.AccessGraph;
import dev.curfew.analysis.graph.Edge;
import dev.curfew.analysis.graph.RandomEstate;
import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.snapshot.SnapshotBuilder;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IncrementalTest {
    private static final int HISTORIES = Integer.getInteger("curfew.histories", 200);
    private static final int CHANGES = 12;
    private static final int USERS = 1_200;

    private record Content(List<EntityId> entities, List<Edge> edges) {}

    @Test
    void afterEveryChangeTheGraphIsWhatItWouldBeAnew() {
        for (int seed = 0; seed < HISTORIES; seed++) {
            Random random = new Random(seed);
            SnapshotIndex index = RandomEstate.of(seed).index();
            Snapshot other = RandomEstate.of(seed + HISTORIES).index().snapshot();
            EstateGraph graph = anew(index);
            for (int i = 0; i < CHANGES; i++) {
                Snapshot before = index.snapshot();
                index = changed(before, other, random);
                graph = graph.next(index);

                assertThat(content(graph))
                        .as("seed %d, change %d: %s", seed, i, differences(before, index.snapshot()))
                        .isEqualTo(content(anew(index)));
            }
        }
    }

    @Test
    void whereMostAreConcernedEverybodyIsAskedOnce() {
        EstateGraph graph = anew(users(0));
        long everybody = graph.asked();

        assertThat(graph.next(users(USERS / 10)).asked()).isBetween(USERS / 10L, everybody / 2);
        EstateGraph most = graph.next(users(USERS - USERS / 10));
        assertThat(most.asked()).isEqualTo(everybody);
        assertThat(content(most)).isEqualTo(content(anew(users(USERS - USERS / 10))));
    }

    @Test
    void whatOneSourceSaysOfAThingIsLookedAtForTheOthersThatNameIt() {
        SnapshotIndex closed = bucketOfTwoSources(true);
        EstateGraph open = anew(bucketOfTwoSources(false));

        assertThat(content(open.next(closed))).isEqualTo(content(anew(closed))).isNotEqualTo(content(open));
    }

    @Test
    void aPolicyThatCountedAsNoneIsNotKnownWhereItsSourceIsNoLongerReadWhole() {
        SnapshotIndex gone = holderOfAPolicyThatIsNotThere().index();
        EstateGraph whole =
                anew(holderOfAPolicyThatIsNotThere().read("policies").index());

        assertThat(content(whole.next(gone))).isEqualTo(content(anew(gone))).isNotEqualTo(content(whole));
    }

    private static Estate holderOfAPolicyThatIsNotThere() {
        Estate bao = Estate.of("bao");
        bao.acl("another", "path \"secret/data/app\" { capabilities = [\"read\"] }");
        bao.grant(bao.identity("openbao.entity", "entity/e"), PolicyId.of("bao", "policy/missing"));
        return bao;
    }

    @Test
    void aUserToWhomAnotherUsersKeyPassesHasNoRoomForAnother() {
        SnapshotIndex full = keyOf("u1");
        EstateGraph room = anew(keyOf("u2"));

        assertThat(content(room.next(full))).isEqualTo(content(anew(full))).isNotEqualTo(content(room));
        assertThat(content(anew(full).next(keyOf("u2")))).isEqualTo(content(room));
    }

    /// Somebody may make keys for a user who has one.
    ///
    /// @param holder of one more
    private static SnapshotIndex keyOf(String holder) {
        Estate estate = Estate.of("aws");
        String users = "arn:aws:iam::111122223333:user/";
        IdentityId maker = estate.identity("aws.user", users + "maker");
        for (String user : List.of("u1", "u2")) {
            estate.identity("aws.user", users + user);
        }
        estate.grant(
                maker,
                estate.aws(
                        users + "maker#inline/p",
                        "{'Effect':'Allow','Action':'iam:CreateAccessKey','Resource':'" + users + "u1'}"));
        estate.credential("aws.access-key", "AKIA1", IdentityId.of("aws", users + "u1"), new Expiry.Never());
        estate.credential("aws.access-key", "AKIA2", IdentityId.of("aws", users + holder), new Expiry.Never());
        return estate.read("access-keys").index();
    }

    /// @param closed whether the other source tells of a policy of the bucket's that lets nobody in
    private static SnapshotIndex bucketOfTwoSources(boolean closed) {
        Estate estate = Estate.of("aws");
        String bucket = "arn:aws:s3:::bucket";
        String user = "arn:aws:iam::111122223333:user/u";
        estate.resource("aws.s3", bucket, Sensitivity.LOW);
        estate.grant(
                estate.identity("aws.user", user),
                estate.aws(
                        user + "#inline/p",
                        "{'Effect':'Allow','Action':'s3:GetObject','Resource':'arn:aws:s3:::bucket/*'}"));
        Estate other = estate.and("other");
        ResourceId its = other.resource("aws.s3", bucket, Sensitivity.LOW);
        if (closed) {
            PolicyId policy = other.policy(
                    "aws.resource-policy",
                    bucket + "#policy",
                    "{'Version':'2012-10-17','Statement':[{'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':'*'}]}");
            other.grant(its, policy, GrantRole.RESOURCE, "");
        }
        return estate.index();
    }

    /// @param writing how many write to the bucket that the others read
    private static SnapshotIndex users(int writing) {
        Estate estate = Estate.of("aws");
        estate.resource("aws.s3", "arn:aws:s3:::bucket", Sensitivity.LOW);
        for (int i = 0; i < USERS; i++) {
            String arn = "arn:aws:iam::111122223333:user/u" + i;
            String action = i < writing ? "s3:PutObject" : "s3:GetObject";
            estate.grant(
                    estate.identity("aws.user", arn),
                    estate.aws(
                            arn + "#inline/p",
                            "{'Effect':'Allow','Action':'" + action + "','Resource':'arn:aws:s3:::bucket/*'}"));
        }
        return estate.index();
    }

    private static EstateGraph anew(SnapshotIndex index) {
        return EstateGraph.of(index, new BlastRadius(index));
    }

    /// Up to three facts gone, or as another estate has them; at times an hour later, or with less read or more.
    private static SnapshotIndex changed(Snapshot snapshot, Snapshot another, Random random) {
        List<Fact> other = facts(another);
        Map<String, Fact> facts = new LinkedHashMap<>();
        facts(snapshot).forEach(fact -> facts.put(key(fact), fact));
        int changes = random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            if (random.nextInt(3) == 0) {
                List<String> keys = List.copyOf(facts.keySet());
                facts.remove(keys.get(random.nextInt(keys.size())));
            } else {
                Fact fact = other.get(random.nextInt(other.size()));
                facts.put(key(fact), fact);
            }
        }
        return new SnapshotIndex(new SnapshotBuilder()
                .addAll(facts.values())
                .cover((random.nextInt(4) == 0 ? another : snapshot).coverage())
                .build(snapshot.number() + 1, snapshot.takenAt().plus(Duration.ofMinutes(30L * random.nextInt(3)))));
    }

    private static List<Object> differences(Snapshot before, Snapshot after) {
        List<Object> was = new ArrayList<>(facts(before));
        List<Object> is = new ArrayList<>(facts(after));
        was.addAll(before.coverage());
        is.addAll(after.coverage());
        List<Object> differences = new ArrayList<>(was);
        differences.removeAll(is);
        is.removeAll(was);
        differences.addAll(is);
        return differences;
    }

    private static String key(Fact fact) {
        return fact.getClass().getSimpleName() + " " + fact.source() + " " + fact.key();
    }

    private static List<Fact> facts(Snapshot snapshot) {
        return Stream.<Collection<? extends Fact>>of(
                        snapshot.identities(),
                        snapshot.credentials(),
                        snapshot.policies(),
                        snapshot.grants(),
                        snapshot.memberships(),
                        snapshot.resources(),
                        snapshot.trusts())
                .<Fact>flatMap(Collection::stream)
                .toList();
    }

    private static Content content(EstateGraph estate) {
        AccessGraph graph = estate.graph();
        List<Edge> edges = new ArrayList<>();
        for (int arc = 0; arc < graph.edges(); arc++) {
            edges.add(graph.edge(arc));
        }
        return new Content(graph.entities(), edges);
    }
}
