package dev.curfew.analysis.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.hcl.HclValue;
import dev.curfew.analysis.vault.policy.Capability;
import dev.curfew.analysis.vault.policy.VaultEntity;
import dev.curfew.analysis.vault.policy.VaultPolicy;
import dev.curfew.model.evaluation.DecidingStatement;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.evaluation.PolicyLayer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rules of <https://openbao.org/docs/concepts/policies/>, in the order of its "policy syntax" section.
class VaultAclTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @Test
    void anExactPathBeatsAPatternWhateverThePatternGrants() throws PolicySyntaxException {
        VaultAcl acl = acl("""
            path "secret/*" { capabilities = ["read", "update"] }
            path "secret/app" { capabilities = ["list"] }
            """);

        assertThat(acl.capabilities("secret/app")).containsExactly("list");
        assertThat(acl.capabilities("secret/apple")).containsExactly("read", "update");
    }

    @Test
    void aStarInTheMiddleIsAPlainCharacter() throws PolicySyntaxException {
        VaultAcl acl = acl("path \"secret/*/key\" { capabilities = [\"read\"] }");

        assertThat(acl.capabilities("secret/a/key")).containsExactly("deny");
        assertThat(acl.capabilities("secret/*/key")).containsExactly("read");
    }

    @Test
    void aPlusIsOneWholeSegment() throws PolicySyntaxException {
        VaultAcl acl = acl("path \"secret/+/key\" { capabilities = [\"read\"] }");

        assertThat(acl.capabilities("secret/a/key")).containsExactly("read");
        assertThat(acl.capabilities("secret/a/b/key")).containsExactly("deny");
        assertThat(acl.capabilities("secret/key")).containsExactly("deny");
    }

    @ParameterizedTest(name = "{0} beats {1} on {2}")
    @CsvSource({
        // the later first wildcard
        "secret/team/*, secret/+/key, secret/team/key",
        "secret/a/+/c, secret/+/b/c, secret/a/b/c",
        // no * at the end
        "secret/+/key, secret/+/k*, secret/team/key",
        // fewer +
        "secret/+/b/c, secret/+/+/c, secret/a/b/c",
        // the longer
        "secret/+/keys/*, secret/+/key*, secret/a/keys/b",
        // the lexicographically greater
        "secret/+/b/+, secret/+/+/c, secret/a/b/c",
    })
    void theMoreSpecificPatternAppliesAloneInTheOrderOfTheDocumentation(String winner, String loser, String path)
            throws PolicySyntaxException {
        VaultAcl acl = acl("""
            path "%s" { capabilities = ["deny"] }
            path "%s" { capabilities = ["read"] }
            """.formatted(loser, winner));

        assertThat(acl.capabilities(path)).containsExactly("read");
    }

    @Test
    void theSamePatternInSeveralPoliciesIsAUnion() throws PolicySyntaxException {
        VaultAcl acl = acl(
                "path \"secret/*\" { capabilities = [\"read\"] }", "path \"secret/*\" { capabilities = [\"list\"] }");

        assertThat(acl.capabilities("secret/a")).containsExactly("list", "read");
        assertThat(acl.evaluate(VaultRequest.of("secret/a", Capability.LIST)))
                .isEqualTo(new Evaluation.Allowed(List.of(new DecidingStatement("p1", 0, "secret/*"))));
    }

    @Test
    void aDenyOnTheSamePatternBeatsEverythingSudoToo() throws PolicySyntaxException {
        VaultAcl acl = acl(
                "path \"secret/*\" { capabilities = [\"read\", \"sudo\"] }",
                "path \"secret/*\" { capabilities = [\"deny\"] }");

        assertThat(acl.capabilities("secret/a")).containsExactly("deny");
        assertThat(acl.evaluate(VaultRequest.of("secret/a", Capability.READ)))
                .isEqualTo(new Evaluation.ExplicitlyDenied(
                        List.of(new DecidingStatement("p1", 0, "secret/*")), Set.of(PolicyLayer.IDENTITY)));
    }

    @Test
    void aDenyOnALessSpecificPatternDoesNotBeatAnAllowOnAMoreSpecificOne() throws PolicySyntaxException {
        VaultAcl acl = acl("""
            path "secret/*" { capabilities = ["deny"] }
            path "secret/app/*" { capabilities = ["read"] }
            """);

        assertThat(acl.capabilities("secret/app/x")).containsExactly("read");
    }

    @Test
    void aListMayBeGrantedWithOrWithoutItsSlash() throws PolicySyntaxException {
        VaultAcl acl = acl("""
            path "secret/exact" { capabilities = ["list"] }
            path "secret/+" { capabilities = ["list", "scan"] }
            """);

        assertThat(allowed(acl, "secret/exact/", Capability.LIST)).isTrue();
        assertThat(allowed(acl, "secret/any/", Capability.LIST)).isTrue();
        assertThat(allowed(acl, "secret/any/", Capability.SCAN)).isTrue();
        assertThat(allowed(acl, "secret/any/", Capability.READ)).isFalse();
    }

    @Test
    void aRuleThatGrantsNothingStillHidesTheLessSpecificOnes() throws PolicySyntaxException {
        VaultAcl acl = acl("""
            path "secret/*" { capabilities = ["read"] }
            path "secret/app" { capabilities = [] }
            """);

        assertThat(acl.capabilities("secret/app")).containsExactly("deny");
    }

    @ParameterizedTest(name = "{0} grants {1}")
    @CsvSource({
        "deny, deny",
        "read, list read",
        "write, create delete list read update",
        "sudo, create delete list read sudo update",
    })
    void theOldShorthandStillCounts(String shorthand, String capabilities) throws PolicySyntaxException {
        VaultAcl acl = acl("path \"secret/a\" { policy = \"" + shorthand + "\" }");

        assertThat(acl.capabilities("secret/a")).isEqualTo(List.of(capabilities.split(" ", -1)));
    }

    @Test
    void theRootPolicyIsAllowedEverything() throws PolicySyntaxException {
        VaultAcl acl = new VaultAcl(List.of(VaultPolicy.parse("root", "")), null, NOW);

        assertThat(acl.capabilities("sys/raw/x")).containsExactly("root");
        assertThat(acl.reachable("sys/raw/x", Capability.SUDO))
                .as("it has no rules that could be counted")
                .isEqualTo(new Evaluation.Allowed(List.of(DecidingStatement.given("root", "root"))));
        assertThat(allowed(acl, "sys/raw/x", Capability.SUDO)).isTrue();
    }

    @Test
    void parametersAreAllowedByNameAndValueAndDeniedBeforeThat() throws PolicySyntaxException {
        VaultAcl acl = acl("""
            path "a" { capabilities = ["update"]
              allowed_parameters = { "ttl" = ["1h", "2*"], "*" = [] }
              denied_parameters = { "type" = ["batch"] } }
            """);

        assertThat(allowed(acl, "a", Map.of("ttl", "1h", "name", "x"))).isTrue();
        assertThat(allowed(acl, "a", Map.of("TTL", "24h"))).isTrue();
        assertThat(allowed(acl, "a", Map.of("ttl", "3h"))).isFalse();
        assertThat(allowed(acl, "a", Map.of("type", "service"))).isTrue();
        assertThat(allowed(acl, "a", Map.of("type", "batch"))).isFalse();
        assertThat(allowed(acl, "a", Map.of())).isTrue();
    }

    @Test
    void aRequiredParameterHasToBeThere() throws PolicySyntaxException {
        VaultAcl acl = acl("path \"a\" { capabilities = [\"update\"] required_parameters = [\"Reason\"] }");

        assertThat(allowed(acl, "a", Map.of("reason", "x"))).isTrue();
        assertThat(allowed(acl, "a", Map.of())).isFalse();
    }

    @Test
    void aRestrictionInOnePolicyIsNotLiftedByAnotherThatHasNone() throws PolicySyntaxException {
        VaultAcl acl = acl(
                "path \"a\" { capabilities = [\"update\"] }",
                "path \"a\" { capabilities = [\"update\"] allowed_parameters = { \"ttl\" = [] } }");

        assertThat(allowed(acl, "a", Map.of("name", "x"))).isFalse();
    }

    @Test
    void aWrappingTimeHasToBeWithinItsBounds() throws PolicySyntaxException {
        VaultAcl acl =
                acl("path \"a\" { capabilities = [\"read\"] min_wrapping_ttl = \"10s\" max_wrapping_ttl = \"1m30s\" }");

        assertThat(allowed(acl, wrapped(Duration.ofSeconds(60)))).isTrue();
        assertThat(allowed(acl, wrapped(Duration.ofSeconds(5)))).isFalse();
        assertThat(allowed(acl, wrapped(Duration.ofSeconds(91)))).isFalse();
        assertThat(allowed(acl, wrapped(Duration.ZERO))).isFalse();
    }

    @Test
    void anExpiredPathDoesNotCount() throws PolicySyntaxException {
        VaultAcl acl = acl("""
            path "a" { capabilities = ["read"] expiration = "2026-11-22T07:59:59Z" }
            path "b" { capabilities = ["read"] expiration = "2026-11-22T08:00:01Z" }
            """);

        assertThat(acl.capabilities("a")).containsExactly("deny");
        assertThat(acl.capabilities("b")).containsExactly("read");
    }

    @Test
    void aTemplateIsFilledInForTheEntityAndItsGroups() throws PolicySyntaxException {
        VaultEntity ann = new VaultEntity(
                "id-1",
                "ann",
                Map.of("team", "red"),
                List.of(new VaultEntity.Group("g-1", "ops", Map.of("room", "9"))),
                List.of(new VaultEntity.Alias("acc-1", "al-1", "ann@corp", Map.of(), Map.of())),
                true);
        VaultPolicy policy = VaultPolicy.parse("p", """
            path "secret/{{identity.entity.name}}/*" { capabilities = ["read"] }
            path "secret/{{ identity.entity.metadata.team }}" { capabilities = ["list"] }
            path "room/{{identity.groups.names.ops.metadata.room}}" { capabilities = ["read"] }
            path "mail/{{identity.entity.aliases.acc-1.name}}" { capabilities = ["read"] }
            path "none/{{identity.entity.metadata.missing}}*" { capabilities = ["read"] }
            """);

        VaultAcl acl = new VaultAcl(List.of(policy), ann, NOW);

        assertThat(acl.capabilities("secret/ann/x")).containsExactly("read");
        assertThat(acl.capabilities("secret/red")).containsExactly("list");
        assertThat(acl.capabilities("room/9")).containsExactly("read");
        assertThat(acl.capabilities("mail/ann@corp")).containsExactly("read");
        assertThat(acl.capabilities("none/")).containsExactly("deny");
        assertThat(new VaultAcl(List.of(policy), null, NOW).capabilities("secret/ann/x"))
                .containsExactly("deny");
    }

    @Test
    void aWildcardThatComesFromATemplateMakesItUnknown() throws PolicySyntaxException {
        VaultEntity star = new VaultEntity("id", "*", Map.of(), List.of(), List.of(), true);
        VaultPolicy policy =
                VaultPolicy.parse("p", "path \"secret/{{identity.entity.name}}\" { capabilities = [\"read\"] }");

        assertThat(new VaultAcl(List.of(policy), star, NOW).evaluate(VaultRequest.of("secret/x", Capability.READ)))
                .isEqualTo(new Evaluation.Unknown(List.of("p: secret/{{identity.entity.name}}")));
    }

    @Test
    void aTemplateOverWhatWasNotReadIsUnknownNeverDenied() throws PolicySyntaxException {
        VaultEntity partly = new VaultEntity("id", "ann", Map.of(), List.of(), List.of(), false);
        VaultPolicy policy = VaultPolicy.parse(
                "p", "path \"secret/{{identity.entity.metadata.team}}\" { capabilities = [\"read\"] }");

        assertThat(new VaultAcl(List.of(policy), partly, NOW).evaluate(VaultRequest.of("secret/x", Capability.READ)))
                .isEqualTo(new Evaluation.Unknown(List.of("p: secret/{{identity.entity.metadata.team}}")));
    }

    @Test
    void aControlGroupMakesItDependOnOthers() throws PolicySyntaxException {
        VaultAcl acl = acl("""
            path "a" { capabilities = ["read"]
              control_group = { ttl = "4h" factor "ops" {
                controlled_capabilities = ["read"]
                identity { group_names = ["ops"] approvals = 1 } } } }
            """);

        assertThat(acl.evaluate(VaultRequest.of("a", Capability.READ)))
                .isEqualTo(new Evaluation.Conditional(
                        List.of(new DecidingStatement("p0", 0, "a")), Set.of("control_group")));
    }

    @Test
    void jsonIsReadAsTheSamePolicy() throws PolicySyntaxException {
        VaultAcl acl = acl("""
            {"path": {"secret/*": {"capabilities": ["read"]}, "sys/x": {"policy": "write"}}}
            """);

        assertThat(acl.capabilities("secret/a")).containsExactly("read");
        assertThat(acl.capabilities("sys/x")).containsExactly("create", "delete", "list", "read", "update");
    }

    @Test
    void aLeadingSlashIsNothing() throws PolicySyntaxException {
        VaultAcl acl = acl("path \"/secret/a\" { capabilities = [\"read\"] }");

        assertThat(acl.capabilities("/secret/a")).containsExactly("read");
    }

    private static VaultRequest wrapped(Duration ttl) {
        return new VaultRequest("a", Capability.READ, Map.of(), ttl);
    }

    private static boolean allowed(VaultAcl acl, String path, Map<String, String> parameters) {
        Map<String, HclValue> values = new java.util.HashMap<>();
        parameters.forEach((name, value) -> values.put(name, new HclValue.Text(value)));
        return allowed(acl, new VaultRequest(path, Capability.UPDATE, values, Duration.ZERO));
    }

    private static boolean allowed(VaultAcl acl, String path, Capability operation) {
        return allowed(acl, VaultRequest.of(path, operation));
    }

    private static boolean allowed(VaultAcl acl, VaultRequest request) {
        return acl.evaluate(request) instanceof Evaluation.Allowed;
    }

    /// Policies are named p0, p1, … in their order.
    private static VaultAcl acl(String... texts) throws PolicySyntaxException {
        List<VaultPolicy> policies = new ArrayList<>();
        for (String text : texts) {
            policies.add(VaultPolicy.parse("p" + policies.size(), text));
        }
        return new VaultAcl(policies, null, NOW);
    }
}
