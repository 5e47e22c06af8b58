package dev.curfew.connector.openbao;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connector.http.LostAnswers;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.testbed.Answer;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import dev.curfew.testbed.process.LossyWay;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The end of a token, a lease and a secret id on a real server, while answers get lost or a gateway gives up in their
/// place.
@WithOpenBao
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenBaoLostAnswersTest {
    private static final String ROLE = "auth/lost-answers/role/web";
    private static final String CERTIFICATES = "pki-lost-answers";

    private final OpenBao openBao;
    private LossyWay way;
    private Connected through;

    OpenBaoLostAnswersTest(OpenBao openBao) {
        this.openBao = openBao;
    }

    /// What ends, by which act.
    enum Ending {
        TOKEN("openbao.revoke-accessor"),
        LEASE("openbao.revoke-lease"),
        SECRET_ID("openbao.destroy-secret-id");

        private final String code;

        Ending(String code) {
            this.code = code;
        }
    }

    @BeforeAll
    void arrange() {
        openBao.write("sys/auth/lost-answers", Map.of("type", "approle"));
        openBao.write(ROLE, Map.of("token_policies", "default"));
        openBao.write("sys/mounts/" + CERTIFICATES, Map.of("type", "pki"));
        openBao.write(CERTIFICATES + "/root/generate/internal", Map.of("common_name", "lost.example.org"));
        openBao.write(CERTIFICATES + "/roles/web", Map.of("allow_any_name", true, "generate_lease", true, "ttl", "1h"));
        way = LossyWay.to(openBao.address().getPort());
        try (Connected direct = Connected.with(openBao)) {
            through = direct.at(URI.create("http://127.0.0.1:" + way.port()));
        }
    }

    @AfterAll
    void stop() {
        through.close();
        way.close();
    }

    private List<LostAnswers.Said> lose(Ending ending, String instead) throws InterruptedException {
        return new LostAnswers(
                        way, through.revoker(), List.of(ending.code), _ -> fresh(ending), id -> isGone(ending, id))
                .each(instead, 1);
    }

    private CredentialId fresh(Ending ending) {
        return switch (ending) {
            case TOKEN -> Connected.token(openBao, "default").id();
            case LEASE ->
                Connected.credential("lease/"
                        + openBao.write(CERTIFICATES + "/issue/web", Map.of("common_name", "door.example.org"))
                                .text("/lease_id"));
            case SECRET_ID ->
                Connected.credential("secret-id/lost-answers/web/"
                        + openBao.write(ROLE + "/secret-id", Map.of()).text("/data/secret_id_accessor"));
        };
    }

    /// Whether the server says just that, and not that something else is wrong.
    private boolean isGone(Ending ending, CredentialId id) {
        String name = id.nativeId();
        return switch (ending) {
            case TOKEN ->
                answered("auth/token/lookup-accessor", Map.of("accessor", name))
                        .equals("400 1 error occurred:\n\t* invalid accessor\n\n");
            case LEASE ->
                answered("sys/leases/lookup", Map.of("lease_id", name.substring("lease/".length())))
                        .equals("400 invalid lease");
            case SECRET_ID ->
                answered(
                                ROLE + "/secret-id-accessor/lookup",
                                Map.of("secret_id_accessor", name.substring(name.lastIndexOf('/') + 1)))
                        .startsWith("404 failed to find accessor entry for secret_id_accessor");
        };
    }

    /// An engine's own 404 has its words among the data.
    private String answered(String path, Map<String, ?> question) {
        Answer answer = openBao.call("POST", path, question);
        return answer.status() + " " + String.join(", ", answer.texts("/errors")) + answer.text("/data/error");
    }

    /// The act is sent again by itself where it broke off, so that nothing need be left to say.
    @ParameterizedTest
    @EnumSource
    void whatEndsWhileTheAnswerIsLostIsNotSaidToBeGoneAndIsInTheEnd(Ending ending) throws InterruptedException {
        assertThat(lose(ending, ""))
                .extracting(LostAnswers.Said::outcome)
                .hasOnlyElementsOfType(ActionOutcome.Uncertain.class);
    }

    static Stream<Arguments> gateways() {
        return Arrays.stream(Ending.values())
                .flatMap(ending -> LostAnswers.ofGateways().map(instead -> Arguments.of(ending, instead)));
    }

    @ParameterizedTest
    @MethodSource("gateways")
    void whatAGatewaySaysInPlaceOfTheServerIsNoRefusal(Ending ending, String instead) throws InterruptedException {
        assertThat(lose(ending, instead))
                .extracting(LostAnswers.Said::outcome)
                .doesNotHaveAnyElementsOfTypes(ActionOutcome.Refused.class);
    }
}
