package dev.curfew.governance.breakglass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.Town;
import dev.curfew.governance.custody.Holder;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.attribute.UsageQuality;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Membership;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.snapshot.SnapshotBuilder;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IsolationTest {
    private static final Provenance TEST = new Provenance("users", "test", "{}");
    private static final Instant NOW = Town.START;
    private static final BreakGlassPath PATH = new BreakGlassPath(
            "bao-emergency",
            Town.BAO,
            "user/userpass/emergency",
            "secret/data/canary",
            List.of(new Holder("ada", "")),
            1,
            Duration.ofDays(30),
            Duration.ofDays(1),
            null,
            "ada",
            NOW);

    private final SnapshotBuilder estate = new SnapshotBuilder();
    private List<String> ways = List.of();

    @Test
    void anAccountOfItsOwn() {
        identity("user/userpass/emergency", new Ownership.Unowned(), new Usage.NotObserved("no record"));
        identity("user/userpass/daily", new Ownership.Unowned(), new Usage.NotObserved("no record"));
        hold("user/userpass/emergency", "policy/emergency");
        hold("user/userpass/daily", "policy/daily");

        assertThat(found()).isEmpty();
    }

    @Test
    void anAccountThatNobodyRead() {
        assertThat(found()).singleElement().asString().contains("is not in what was read");
    }

    @Test
    void aPolicyThatOthersHaveToo() {
        identity("user/userpass/emergency", new Ownership.Unowned(), new Usage.NotObserved("no record"));
        for (String name : List.of("daily", "nightly", "weekly")) {
            identity("user/userpass/" + name, new Ownership.Unowned(), new Usage.NotObserved("no record"));
            hold("user/userpass/" + name, "policy/default");
        }
        hold("user/userpass/emergency", "policy/default");
        hold("user/userpass/emergency", "policy/emergency");
        hold("user/userpass/daily", "policy/emergency");

        assertThat(found())
                .containsExactly(
                        "Its policy policy/emergency is held by 1 others too," + " user/userpass/daily among them.");
    }

    @Test
    void anOwnerWhoOwnsOthers() {
        Ownership ada = new Ownership.Owned("ada", "a tag");
        identity("user/userpass/emergency", ada, new Usage.NotObserved("no record"));
        identity("user/userpass/daily", ada, new Usage.NotObserved("no record"));

        assertThat(found()).containsExactly("Its owner ada owns 1 other identities.");
    }

    @Test
    void aUseOutsideOfADrill() {
        Usage used = new Usage.Seen(NOW, "", new UsageQuality("log", Duration.ZERO, Duration.ZERO, false));
        identity("user/userpass/emergency", new Ownership.Unowned(), used);

        assertThat(found(NOW.plusSeconds(60))).isEmpty();
        assertThat(found(NOW.plusSeconds(3600))).containsExactly("It was used at " + NOW + ", outside of any drill.");
    }

    /// An identity beside the account that the source made for it: what that one has, the account has.
    @Test
    void whatStandsForTheAccountIsLookedAtToo() {
        identity("user/userpass/emergency", new Ownership.Unowned(), new Usage.NotObserved("no record"));
        identity("entity/1", new Ownership.Owned("ada", "a tag"), new Usage.NotObserved("no record"));
        identity("user/userpass/daily", new Ownership.Owned("ada", "a tag"), new Usage.NotObserved("no record"));
        hold("entity/1", "policy/emergency");
        hold("user/userpass/daily", "policy/emergency");

        assertThat(found())
                .containsExactly(
                        "Its policy policy/emergency is held by 1 others too, user/userpass/daily among them.",
                        "Its owner ada owns 1 other identities.");
    }

    /// Where the sealed one is in no list, each that is listed is another; but for those of drills and uses.
    @Test
    void aCredentialThatNoDrillOpened() {
        identity("user/userpass/emergency", new Ownership.Unowned(), new Usage.NotObserved("no record"));
        identity("entity/1", new Ownership.Unowned(), new Usage.NotObserved("no record"));
        token("t1", NOW);
        hold("user/userpass/emergency", "policy/emergency");
        estate.add(new Grant(
                new CredentialId(Town.BAO, "t1"),
                new PolicyId(Town.BAO, "policy/emergency"),
                GrantRole.IDENTITY,
                "",
                TEST));

        assertThat(found(NOW.plusSeconds(60))).isEmpty();
        assertThat(found(NOW.plusSeconds(3600)))
                .containsExactly("1 credentials stand for it that no drill and no use opened.");
    }

    @Test
    void aSecondCredentialWhereTheSealedOneIsListed() {
        identity("user/userpass/emergency", new Ownership.Unowned(), new Usage.NotObserved("no record"));
        identity("entity/1", new Ownership.Unowned(), new Usage.NotObserved("no record"));
        token("t1", NOW);
        assertThat(found(true)).isEmpty();
        token("t2", NOW);

        assertThat(found(true)).containsExactly("It has 2 credentials; one is sealed.");
    }

    @Test
    void whoIsAMemberOfItHasAllThatItHas() {
        identity("user/userpass/emergency", new Ownership.Unowned(), new Usage.NotObserved("no record"));
        identity("user/userpass/daily", new Ownership.Unowned(), new Usage.NotObserved("no record"));
        member("user/userpass/daily", "user/userpass/emergency");

        assertThat(found())
                .containsExactly(
                        "1 others are members of it and have all that it has, user/userpass/daily among them.");
    }

    /// Also by a group of a group; one that gives nothing, and one that everybody is in, say nothing.
    @Test
    void whatAGroupGivesOthersToo() {
        for (String name : List.of("emergency", "daily", "nightly")) {
            identity("user/userpass/" + name, new Ownership.Unowned(), new Usage.NotObserved("no record"));
            member("user/userpass/" + name, "group/all");
            member("user/userpass/" + name, "group/empty");
        }
        for (String group : List.of("all", "empty", "rescue", "outer")) {
            identity("group/" + group, new Ownership.Unowned(), new Usage.NotObserved("no record"));
        }
        hold("group/all", "policy/all");
        member("user/userpass/emergency", "group/rescue");
        hold("group/rescue", "policy/rescue");
        assertThat(found()).as("it is alone in its group").isEmpty();

        member("group/rescue", "group/outer");
        hold("group/outer", "policy/outer");
        member("user/userpass/daily", "group/outer");
        assertThat(found())
                .containsExactly(
                        "What its group group/outer gives it 1 others have too, user/userpass/daily among them.");
    }

    @Test
    void anotherWayIn() {
        identity("user/userpass/emergency", new Ownership.Unowned(), new Usage.NotObserved("no record"));
        identity("entity/1", new Ownership.Unowned(), new Usage.NotObserved("no record"));
        token("t1", NOW);
        ways = List.of("trust");
        assertThat(found(true)).containsExactly("It is let in by trust too, without what is sealed.");
    }

    @Test
    void aRecordThatNamesTheDayTellsNoMoreThanTheDay() {
        Usage used = new Usage.Seen(NOW, "", new UsageQuality("label", Duration.ofDays(1), Duration.ZERO, false));
        identity("user/userpass/emergency", new Ownership.Unowned(), used);

        assertThat(found(NOW.plus(Duration.ofHours(20)))).isEmpty();
        assertThat(found(NOW.plus(Duration.ofHours(30)))).hasSize(1);
    }

    private List<String> found(Instant... known) {
        return found(false, known);
    }

    private List<String> found(boolean listed, Instant... known) {
        return Isolation.of(
                PATH,
                new SnapshotIndex(estate.build(1, NOW)),
                new Isolation.Traits(
                        Set.of("policy/default", "group/all"),
                        identity -> identity.id().nativeId().equals("entity/1"),
                        listed,
                        _ -> ways),
                Stream.of(known).map(at -> new Isolation.Span(at, at)).toList());
    }

    private void token(String id, Instant createdAt) {
        estate.add(new Credential(
                new CredentialId(Town.BAO, id),
                "openbao.token",
                id,
                new IdentityId(Town.BAO, "entity/1"),
                null,
                createdAt,
                new Expiry.Never(),
                new Usage.NotObserved("no record"),
                true,
                Map.of(),
                TEST));
    }

    private void identity(String id, Ownership ownership, Usage usage) {
        estate.add(
                new Identity(new IdentityId(Town.BAO, id), "openbao.user", id, ownership, null, usage, Map.of(), TEST));
    }

    private void member(String member, String group) {
        estate.add(new Membership(new IdentityId(Town.BAO, member), new IdentityId(Town.BAO, group), TEST));
    }

    private void hold(String subject, String policy) {
        estate.add(new Grant(
                new IdentityId(Town.BAO, subject), new PolicyId(Town.BAO, policy), GrantRole.IDENTITY, "", TEST));
    }
}
