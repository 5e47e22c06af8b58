package dev.curfew.connector.openbao;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connector.http.LostAnswers;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import dev.curfew.testbed.process.LossyWay;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A token's end on a real server, while answers get lost or a gateway gives up in their place.
@WithOpenBao
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenBaoLostAnswersTest {
    private final OpenBao openBao;
    private LossyWay way;
    private Connected through;

    OpenBaoLostAnswersTest(OpenBao openBao) {
        this.openBao = openBao;
    }

    @BeforeAll
    void arrange() {
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

    private List<LostAnswers.Said> lose(String instead) throws InterruptedException {
        return new LostAnswers(
                        way,
                        through.revoker(),
                        List.of("openbao.revoke-accessor"),
                        _ -> Connected.token(openBao, "default").id(),
                        this::isGone)
                .each(instead, 1);
    }

    private boolean isGone(CredentialId token) {
        return openBao.call("POST", "auth/token/lookup-accessor", Map.of("accessor", token.nativeId()))
                        .status()
                >= 400;
    }

    @Test
    void aTokenWhoseAnswerIsLostIsNotSaidToBeGoneAndIsInTheEnd() throws InterruptedException {
        assertThat(lose("")).extracting(LostAnswers.Said::outcome).hasOnlyElementsOfType(ActionOutcome.Uncertain.class);
    }

    @ParameterizedTest
    @MethodSource("dev.curfew.connector.http.LostAnswers#ofGateways")
    void whatAGatewaySaysInPlaceOfTheServerIsNoRefusal(String instead) throws InterruptedException {
        assertThat(lose(instead))
                .extracting(LostAnswers.Said::outcome)
                .doesNotHaveAnyElementsOfTypes(ActionOutcome.Refused.class);
    }
}
