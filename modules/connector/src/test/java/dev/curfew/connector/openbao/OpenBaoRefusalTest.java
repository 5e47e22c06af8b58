package dev.curfew.connector.openbao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.curfew.model.estate.Policy;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SourceException;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import java.util.Map;
import org.junit.jupiter.api.Test;

@WithOpenBao
class OpenBaoRefusalTest {

    @Test
    void aRefusedScopeIsCoverageAndTheRestGoesOn(OpenBao openBao) throws InterruptedException {
        openBao.policy(
                "no-tokens",
                Connected.shipped("read-policy.hcl")
                        .replaceAll("path \"auth/token/accessors/?\".*", "")
                        .replaceAll("path \"sys/leases/lookup.*", ""));
        String token = Connected.token(openBao, "no-tokens").value();
        try (Connected connected = new Connected(openBao.address(), token, "")) {
            Observation observation = connected.observer().observe(Progress.SILENT);

            assertThat(observation.coverage())
                    .filteredOn(coverage -> coverage.state() != CoverageState.READ)
                    .extracting(Coverage::scope, Coverage::state, Coverage::detail)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("tokens", CoverageState.REFUSED, "permission denied"),
                            org.assertj.core.groups.Tuple.tuple("leases", CoverageState.REFUSED, "permission denied"));
            assertThat(observation.facts()).hasAtLeastOneElementOfType(Policy.class);
        }
    }

    @Test
    void aPartThatIsRefusedMakesTheScopePartial(OpenBao openBao) throws InterruptedException {
        openBao.policy("hidden", "path \"a\" { capabilities = [\"read\"] }");
        openBao.policy(
                "no-hidden",
                Connected.shipped("read-policy.hcl")
                        + "path \"sys/policies/acl/hidden\" { capabilities = [\"deny\"] }");
        String token = Connected.token(openBao, "no-hidden").value();
        try (Connected connected = new Connected(openBao.address(), token, "")) {
            assertThat(connected.observer().observe(Progress.SILENT).coverage())
                    .filteredOn(coverage -> coverage.scope().equals("policies"))
                    .singleElement()
                    .returns(CoverageState.PARTIAL, Coverage::state)
                    .satisfies(coverage -> assertThat(coverage.detail())
                            .isEqualTo("1 of " + (coverage.items() + 1) + " were not read: permission denied"));
        }
    }

    @Test
    void namespacesBelowAreSaidNotToBeRead() throws InterruptedException {
        try (OpenBao openBao = OpenBao.start()) {
            openBao.write("sys/namespaces/team-a", Map.of());
            try (Connected connected = Connected.with(openBao)) {
                assertThat(connected.observer().observe(Progress.SILENT).coverage())
                        .filteredOn(coverage -> coverage.scope().equals("namespaces"))
                        .singleElement()
                        .returns(CoverageState.SKIPPED, Coverage::state)
                        .satisfies(coverage -> assertThat(coverage.detail()).contains("team-a/"));
            }
        }
    }

    @Test
    void aTokenThatIsNotAcceptedEndsTheReading(OpenBao openBao) {
        String wrong = "s.canaryWrongTokenValue0000";
        try (Connected connected = new Connected(openBao.address(), wrong, "")) {
            SourceException failure = catchThrowableOfType(
                    SourceException.class, () -> connected.observer().observe(Progress.SILENT));
            assertThat(failure.kind()).isEqualTo(SourceException.Kind.REFUSED);
            assertThat(failure).hasMessageContaining("is not accepted").hasMessageNotContaining(wrong);
        }
    }

    @Test
    void aCredentialThatCannotBeATokenIsNotRepeatedInTheMessage(OpenBao openBao) {
        try (Connected connected = new Connected(openBao.address(), "canary with spaces", "")) {
            assertThat(catchThrowableOfType(
                            SourceException.class, () -> connected.observer().observe(Progress.SILENT)))
                    .hasMessageContaining("neither a token")
                    .hasMessageNotContaining("canary");
        }
    }

    @Test
    void anActingCredentialThatIsNoneStopsNoReadingAndIsTold(OpenBao openBao) throws InterruptedException {
        openBao.policy("curfew-read", Connected.shipped("read-policy.hcl"));
        String token = Connected.token(openBao, "curfew-read").value();
        try (Connected connected = new Connected(openBao.address(), token, "role_id=canary secretid=canary")) {
            assertThat(connected.observer().observe(Progress.SILENT).coverage())
                    .filteredOn(coverage -> coverage.scope().equals("tokens"))
                    .singleElement()
                    .returns(CoverageState.READ, Coverage::state)
                    .extracting(Coverage::detail, STRING)
                    .startsWith("Curfew's acting credential is not usable: The credential is neither a token")
                    .doesNotContain("canary");
        }
    }

    @Test
    void aServerThatIsGoneIsUnreachable() {
        OpenBao openBao = OpenBao.start();
        try (Connected connected = Connected.with(openBao)) {
            openBao.close();
            assertThat(catchThrowableOfType(
                            SourceException.class, () -> connected.observer().observe(Progress.SILENT)))
                    .returns(SourceException.Kind.UNREACHABLE, SourceException::kind)
                    .hasMessageContaining("Nothing answers");
        }
    }

    @Test
    void aSealedServerSaysSo() {
        try (OpenBao openBao = OpenBao.start();
                Connected connected = Connected.with(openBao)) {
            openBao.write("sys/seal", Map.of());
            assertThat(catchThrowableOfType(
                            SourceException.class, () -> connected.observer().observe(Progress.SILENT)))
                    .returns(SourceException.Kind.UNREACHABLE, SourceException::kind)
                    .hasMessageContaining("sealed");
        }
    }
}
