package dev.curfew.revocation.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.reach.inside.Contents;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.revocation.Station;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whom a preview names that could make a new credential, and what it says that breaks.
class MakersTest {
    private static final IdentityId MAKER = new IdentityId(Station.AWS, "arn:aws:iam::000000000001:user/maker");
    private static final PolicyId POLICY = new PolicyId(Station.AWS, "arn:aws:iam::000000000001:policy/makes");
    private static final Provenance TEST = new Provenance("all", "test", "{}");

    @TempDir
    private Path directory;

    private Station station;

    @BeforeEach
    void build() {
        station = new Station(directory);
    }

    /// @param tags of whoever holds the policy
    private Told told(String action, Map<String, String> tags) throws InterruptedException {
        station.read(
                Station.identity(Station.CI, Map.of()),
                Station.key(Station.KEY, Station.CI),
                Station.identity(MAKER, tags),
                new Policy(
                        POLICY,
                        "aws.policy",
                        "makes",
                        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"" + action
                                + "\",\"Resource\":\"*\"}]}",
                        TEST),
                new Grant(MAKER, POLICY, GrantRole.IDENTITY, "", TEST));
        return Told.of(station.deletion()).getFirst();
    }

    @Test
    void whoMayMakeAKeyForItIsNamed() throws InterruptedException {
        assertThat(told("iam:CreateAccessKey", Map.of()).names("makers")).containsExactly(MAKER.text());
    }

    @Test
    void whoMayMakeNoneIsNot() throws InterruptedException {
        assertThat(told("iam:GetUser", Map.of()).names("makers")).isEmpty();
    }

    @Test
    void aTrustedIssuerIsNotNamed() throws InterruptedException {
        assertThat(told("iam:CreateAccessKey", Map.of("curfew:trusted-issuer", "true"))
                        .names("makers"))
                .isEmpty();
        assertThat(told("iam:CreateAccessKey", Map.of("curfew:trusted-issuer", "false"))
                        .names("makers"))
                .containsExactly(MAKER.text());
    }

    @Test
    void whatKeepsItBreaks() throws InterruptedException {
        ResourceId secret = new ResourceId(Station.AWS, "arn:aws:secretsmanager:eu-west-1:000000000001:secret:db");
        station.read(
                Station.identity(Station.CI, Map.of()),
                Station.key(Station.KEY, Station.CI),
                new Resource(
                        secret,
                        "aws.secretsmanager",
                        "db",
                        Sensitivity.HIGH,
                        Map.of(Contents.NAMED, Station.KEY.text()),
                        TEST));

        Told told = Told.of(station.deletion()).getFirst();

        assertThat(told.names("consumers")).containsExactly(secret.text());
        assertThat(told.count("consumers")).isEqualTo(1);
    }
}
