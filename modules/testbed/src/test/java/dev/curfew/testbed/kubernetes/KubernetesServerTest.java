package dev.curfew.testbed.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@WithKubernetes
class KubernetesServerTest {

    @Test
    void answersOnLoopbackWithTheAdministratorsToken(Kubernetes kubernetes) {
        assertThat(kubernetes.address().getHost()).isEqualTo("127.0.0.1");
        assertThat(kubernetes.call("GET", "/version", Map.of()).ok().text("/gitVersion"))
                .isEqualTo("v1.36.3");
        assertThat(kubernetes.call("GET", "/api/v1/namespaces", Map.of()).status())
                .isEqualTo(200);
        assertThat(kubernetes
                        .call("GET", "/api/v1/namespaces", Map.of(), "nobody")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void rbacIsOn(Kubernetes kubernetes) {
        kubernetes.createNamespace("testbed-rbac");
        kubernetes
                .call(
                        "POST",
                        "/api/v1/namespaces/testbed-rbac/serviceaccounts",
                        Map.of("metadata", Map.of("name", "app")))
                .ok();
        String token = kubernetes
                .call(
                        "POST",
                        "/api/v1/namespaces/testbed-rbac/serviceaccounts/app/token",
                        Map.of("spec", Map.of("audiences", List.of())))
                .ok()
                .text("/status/token");
        assertThat(kubernetes.call("GET", "/api/v1/namespaces", Map.of(), token).status())
                .isEqualTo(403);
        assertThat(kubernetes.call("GET", "/version", Map.of(), token).status()).isEqualTo(200);
    }

    @Test
    void theAdministratorsTokenIsNoArgumentOfAProcessAndItsFileIsClosedToOthers(Kubernetes kubernetes)
            throws IOException {
        String token = kubernetes.administratorToken().reveal();
        assertThat(ProcessHandle.current().descendants().map(ProcessHandle::info))
                .isNotEmpty()
                .noneMatch(process -> process.commandLine().orElse("").contains(token));
        Path tokens = kubernetes.certificate().resolveSibling("tokens.csv");
        assertThat(Files.readString(tokens)).contains(token);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(tokens)))
                .isEqualTo("rw-------");
    }

    @Test
    void aServerOfOnesOwnEndsWithItsEtcdWhenClosed() {
        long before = ProcessHandle.current().descendants().count();
        Kubernetes own = Kubernetes.start();
        assertThat(ProcessHandle.current().descendants().count()).isEqualTo(before + 2);
        own.close();
        assertThat(ProcessHandle.current().descendants().count()).isEqualTo(before);
    }
}
