package dev.curfew.connector.aws.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connector.aws.ConnectedAccount;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.connector.http.LostAnswers;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.SessionsId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.WithMoto;
import dev.curfew.testbed.process.LossyWay;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The end of one session of a role, and of all, while answers get lost or a gateway gives up in their place.
@WithMoto
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionLostAnswersMotoTest {
    private final Moto moto;
    private LossyWay way;
    private ConnectedAccount through;
    private int made;

    SessionLostAnswersMotoTest(Moto moto) {
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

    private SessionRole role() {
        String name = "lost-" + made++;
        moto.iam("CreateRole", Map.of("RoleName", name, "AssumeRolePolicyDocument", "{}"))
                .ok();
        return new SessionRole("arn:aws:iam::" + Moto.ACCOUNT + ":role/" + name, name);
    }

    private CredentialId one() {
        Instant until = Instant.now().plus(Duration.ofHours(1));
        return SessionName.expected(role(), "curfew-lost", until).in(source());
    }

    private CredentialId all() {
        return SessionsId.of(new IdentityId(source(), role().arn()));
    }

    private SourceName source() {
        return through.key("any").source();
    }

    private List<LostAnswers.Said> loseOfOne(String instead) throws InterruptedException {
        return lose(SessionRevoker.END, this::one, instead);
    }

    private List<LostAnswers.Said> loseOfAll(String instead) throws InterruptedException {
        return lose(AllSessionsRevoker.DENY, this::all, instead);
    }

    private List<LostAnswers.Said> lose(String act, Supplier<CredentialId> fresh, String instead)
            throws InterruptedException {
        return new LostAnswers(
                        way, through.revoker(), List.of(act), _ -> fresh.get(), _ -> isDenied("lost-" + (made - 1)))
                .each(instead, 1);
    }

    private boolean isDenied(String role) {
        return moto.iam("ListRolePolicies", Map.of("RoleName", role))
                .ok()
                .body()
                .contains("<member>curfew-");
    }

    @Test
    void aSessionWhoseAnswerIsLostIsNotSaidToBeEndedAndIsInTheEnd() throws InterruptedException {
        assertThat(loseOfOne(""))
                .isNotEmpty()
                .extracting(LostAnswers.Said::outcome)
                .hasOnlyElementsOfType(ActionOutcome.Uncertain.class);
        assertThat(loseOfAll(""))
                .isNotEmpty()
                .extracting(LostAnswers.Said::outcome)
                .hasOnlyElementsOfType(ActionOutcome.Uncertain.class);
    }

    @ParameterizedTest
    @MethodSource("dev.curfew.connector.http.LostAnswers#ofGateways")
    void whatAGatewaySaysInPlaceOfTheServerIsNoRefusal(String instead) throws InterruptedException {
        assertThat(loseOfOne(instead))
                .extracting(LostAnswers.Said::outcome)
                .doesNotHaveAnyElementsOfTypes(ActionOutcome.Refused.class);
        assertThat(loseOfAll(instead))
                .extracting(LostAnswers.Said::outcome)
                .doesNotHaveAnyElementsOfTypes(ActionOutcome.Refused.class);
    }
}
