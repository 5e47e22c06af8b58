package dev.curfew.testbed.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.curfew.testbed.RealServer;
import dev.curfew.testbed.TestbedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With the web server that Python has built in.
@RealServer
class ServerProcessTest {
    private static final Duration ENDED_MAX = Duration.ofSeconds(10);

    /// The certificate is empty for a while.
    private static final String SLOW = """
            : > "$1"; sleep 0.5; cat "$2" > "$1"
            exec python3 -c 'import http.server, ssl, sys
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(sys.argv[1], sys.argv[2])
            server = http.server.HTTPServer(("127.0.0.1", int(sys.argv[3])), http.server.SimpleHTTPRequestHandler)
            server.socket = context.wrap_socket(server.socket, server_side=True)
            server.serve_forever()' "$1" "$3" "$4"
            """;

    @TempDir
    Path folder;

    @Test
    void aServerThatEndsAtOnceIsSaidSoWithItsLog() {
        Launch launch =
                new Launch("broken", _ -> List.of("sh", "-c", "echo cannot listen; exit 3"), _ -> Map.of(), "/", log());
        assertThatThrownBy(() -> ServerProcess.start(launch))
                .isInstanceOf(TestbedException.class)
                .hasMessageContaining("broken did not start")
                .hasMessageContaining("exit 3")
                .hasMessageContaining(log().toString());
        assertThat(log()).hasContent("cannot listen");
    }

    @Test
    void aProgramThatIsNotThereIsSaidSo() {
        Launch launch = new Launch("absent", _ -> List.of("/no/such/program"), _ -> Map.of(), "/", log());
        assertThatThrownBy(() -> ServerProcess.start(launch)).isInstanceOf(TestbedException.class);
    }

    @Test
    void itEndsWithItsJvmEvenWhenThatIsKilled() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "the parent-death signal is Linux's");
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HoldServer.class.getName(),
                        log().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = jvm.inputReader()) {
            ProcessHandle server =
                    ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
            assertThat(server.isAlive()).isTrue();
            jvm.destroyForcibly().waitFor();
            awaitEnd(server);
            assertThat(server.isAlive()).isFalse();
        }
    }

    @Test
    void oneThatIsStillWritingItsCertificateIsWaitedFor() {
        Certificates certificates = new Certificates(folder);
        certificates.server("server", "ip:127.0.0.1");
        Path whole = Certificates.write(
                folder.resolve("whole.crt"), certificates.certificatePem("server") + certificates.authorityPem());
        Path key = Certificates.write(folder.resolve("whole.key"), certificates.keyPem("server"));
        Path written = folder.resolve("server.crt");
        Launch launch = new Launch(
                "slow",
                port -> List.of(
                        "sh",
                        "-c",
                        SLOW,
                        "slow",
                        written.toString(),
                        whole.toString(),
                        key.toString(),
                        String.valueOf(port)),
                _ -> Map.of(),
                "/",
                log(),
                written);

        try (ServerProcess server = ServerProcess.start(launch)) {
            assertThat(server.address().getScheme()).isEqualTo("https");
        }
    }

    private static void awaitEnd(ProcessHandle server) throws InterruptedException {
        long deadline = System.nanoTime() + ENDED_MAX.toNanos();
        while (server.isAlive() && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
    }

    private Path log() {
        return folder.resolve("server.log");
    }

    /// What the killed JVM runs: starts a server from a thread that ends, prints the server's process id, and waits.
    static final class HoldServer {
        private HoldServer() {}

        public static void main(String[] arguments) throws InterruptedException, IOException {
            Launch launch = new Launch(
                    "web",
                    port -> List.of("python3", "-m", "http.server", String.valueOf(port), "--bind", "127.0.0.1"),
                    _ -> Map.of(),
                    "/",
                    Path.of(arguments[0]));
            Thread starter = Thread.ofPlatform().start(() -> ServerProcess.start(launch));
            starter.join();
            System.out.println(
                    ProcessHandle.current().children().findFirst().orElseThrow().pid());
            System.in.read();
        }
    }
}
