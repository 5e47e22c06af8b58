package dev.curfew.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

@WithOpenBao
class OpenBaoServerTest {

    @Test
    void answersOnLoopbackWithTheRootToken(OpenBao openBao) {
        assertThat(openBao.address().getHost()).isEqualTo("127.0.0.1");
        assertThat(openBao.read("auth/token/lookup-self").texts("/data/policies"))
                .containsExactly("root");
        assertThat(openBao.call("GET", "auth/token/lookup-self", Map.of(), "").status())
                .isEqualTo(403);
    }

    @Test
    void suitesShareOne(OpenBao first, OpenBao second) {
        assertThat(first).isSameAs(second);
    }

    @Test
    void aServerOfOnesOwnEndsWhenClosed() {
        OpenBao own = OpenBao.start();
        assertThat(own.read("sys/health").text("/version")).isEqualTo("2.7.2");
        own.close();
        assertThat(ProcessHandle.current().descendants())
                .noneMatch(process -> process.info()
                        .commandLine()
                        .orElse("")
                        .contains(String.valueOf(own.address().getPort())));
    }

    @Test
    void theRootTokenIsNoArgumentOfTheProcess(OpenBao openBao) {
        String token = openBao.rootToken().reveal();
        assertThat(ProcessHandle.current().descendants().map(ProcessHandle::info))
                .isNotEmpty()
                .noneMatch(process -> process.commandLine().orElse("").contains(token));
    }

    @Test
    void anOrphanHasItsPoliciesForAnHour(OpenBao openBao) {
        OpenBao.Token orphan = openBao.orphan("default");

        Answer told = openBao.call("GET", "auth/token/lookup-self", Map.of(), orphan.value())
                .ok();
        assertThat(told.text("/data/accessor")).isEqualTo(orphan.accessor());
        assertThat(told.texts("/data/policies")).containsExactly("default");
        assertThat(told.text("/data/orphan")).isEqualTo("true");
        assertThat(told.text("/data/creation_ttl")).isEqualTo("3600");
    }
}
