package dev.curfew.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

@WithMoto
class MotoServerTest {

    @Test
    void makesKeysAndForgetsThem(Moto moto) {
        moto.reset();
        Moto.AccessKey key = moto.administrator("ada");
        assertThat(moto.iam("ListAccessKeys", Map.of("UserName", "ada")).ok().body())
                .contains(key.id())
                .doesNotContain(key.secret().reveal());
        assertThat(moto.accessKeys("ada")).isEqualTo(Map.of(key.id(), "Active"));
        moto.reset();
        assertThat(moto.iam("ListAccessKeys", Map.of("UserName", "ada")).status())
                .isEqualTo(404);
    }

    @Test
    void refusesUnsignedCallsWhileItEnforces(Moto moto) {
        moto.reset();
        try (var _ = moto.enforceAuthentication()) {
            assertThat(moto.iam("ListUsers", Map.of()).status()).isEqualTo(403);
        }
        assertThat(moto.iam("ListUsers", Map.of()).status()).isEqualTo(200);
    }
}
