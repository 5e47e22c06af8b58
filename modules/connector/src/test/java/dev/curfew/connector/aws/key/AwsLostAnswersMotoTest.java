package dev.curfew.connector.aws.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connector.aws.ConnectedAccount;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.connector.http.LostAnswers;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.WithMoto;
import dev.curfew.testbed.process.LossyWay;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A key's two acts while answers get lost or a gateway gives up in their place.
@WithMoto
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AwsLostAnswersMotoTest {
    private final Moto moto;
    private final Map<CredentialId, String> users = new HashMap<>();
    private LossyWay way;
    private ConnectedAccount through;

    AwsLostAnswersMotoTest(Moto moto) {
        this.moto = moto;
    }

    @BeforeAll
    void arrange() {
        moto.reset();
        Moto.AccessKey administrator = moto.administrator("curfew");
        String text = administrator.id() + " " + administrator.secret().reveal();
        way = LossyWay.to(moto.endpoint().getPort());
        through = new ConnectedAccount(URI.create("http://127.0.0.1:" + way.port()), HttpSettings.DEFAULTS)
                .reading(text)
                .acting(text);
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
                        List.of(AwsRevoker.DEACTIVATE, AwsRevoker.DELETE),
                        _ -> fresh(),
                        this::isGone)
                .each(instead, 1);
    }

    private CredentialId fresh() {
        String user = "lost-" + users.size();
        moto.iam("CreateUser", Map.of("UserName", user)).ok();
        CredentialId id = through.key(moto.accessKey(user).id());
        users.put(id, user);
        return id;
    }

    private boolean isGone(CredentialId key) {
        String user = Objects.requireNonNull(users.get(key));
        return !moto.accessKeys(user).containsKey(key.nativeId());
    }

    @Test
    void aKeyWhoseAnswerIsLostIsNotSaidToBeGoneAndIsInTheEnd() throws InterruptedException {
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
