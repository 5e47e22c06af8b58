package dev.curfew.connector.aws.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connector.aws.ConnectedAccount;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.connection.Standing;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.WithMoto;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@WithMoto
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AwsSelfCheckMotoTest {
    private final Moto moto;
    private final Moto.AccessKey key;
    private final Moto.AccessKey deleted;
    private final Moto.Enforcement enforcement;

    AwsSelfCheckMotoTest(Moto moto) {
        this.moto = moto;
        moto.reset();
        key = moto.administrator("curfew");
        moto.iam("CreateUser", Map.of("UserName", "gone", "Path", "/")).ok();
        deleted = moto.accessKey("gone");
        moto.iam("DeleteAccessKey", Map.of("UserName", "gone", "AccessKeyId", deleted.id()))
                .ok();
        enforcement = moto.enforceAuthentication();
    }

    @AfterAll
    void stop() {
        enforcement.close();
    }

    @Test
    void saysWhoseAKeyIsAndThatItDoesNotEnd() throws InterruptedException {
        assertThat(check(moto.endpoint(), text(key)))
                .isEqualTo(new Standing.Works(
                        "the key " + key.id() + " of arn:aws:iam::" + Moto.ACCOUNT + ":user/curfew",
                        new Expiry.Never()));
    }

    @Test
    void aDeletedKeyIsRefused() throws InterruptedException {
        assertThat(check(moto.endpoint(), text(deleted))).isEqualTo(new Standing.Refused("403 InvalidClientTokenId"));
    }

    @Test
    void whatIsNoKeyIsRefusedWithoutAsking() throws InterruptedException {
        assertThat(check(URI.create("http://127.0.0.1:9"), "no key"))
                .isEqualTo(new Standing.Refused("this is no access key in any format Curfew knows"));
    }

    @Test
    void aServerThatDoesNotAnswerSaysNothingOfTheKey() throws InterruptedException {
        assertThat(check(URI.create("http://127.0.0.1:9"), text(key))).isInstanceOf(Standing.Unclear.class);
    }

    private static String text(Moto.AccessKey key) {
        return key.id() + " " + key.secret().reveal();
    }

    private static Standing check(URI address, String text) throws InterruptedException {
        try (ConnectedAccount connected = new ConnectedAccount(address, HttpSettings.DEFAULTS);
                Secret secret = Secret.of(text)) {
            return connected.selfCheck().of(secret);
        }
    }
}
