package dev.curfew.governance.breakglass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.Town;
import dev.curfew.governance.custody.Holder;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.attribute.UsageQuality;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.snapshot.SnapshotBuilder;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private List<String> found(Instant... known) {
        return Isolation.of(PATH, new SnapshotIndex(estate.build(1, NOW)), Set.of("policy/default"), List.of(known));
    }

    private void identity(String id, Ownership ownership, Usage usage) {
        estate.add(
                new Identity(new IdentityId(Town.BAO, id), "openbao.user", id, ownership, null, usage, Map.of(), TEST));
    }

    private void hold(String subject, String policy) {
        estate.add(new Grant(
                new IdentityId(Town.BAO, subject), new PolicyId(Town.BAO, policy), GrantRole.IDENTITY, "", TEST));
    }
}
