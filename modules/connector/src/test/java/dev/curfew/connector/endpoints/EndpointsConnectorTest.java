package dev.curfew.connector.endpoints;

import static dev.curfew.connector.endpoints.TlsServer.keytool;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.connector.aws.NoSecrets;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SourceException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import javax.net.SocketFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real TLS servers, their certificates made by keytool: a root that signed the server's, one that is over, and a
/// second one of the same key.
class EndpointsConnectorTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final Duration PATIENT = Duration.ofSeconds(60);
    private static final Duration IMPATIENT = Duration.ofMillis(300);

    @TempDir
    private static Path made;

    @TempDir
    private Path folder;

    @BeforeAll
    static void make() {
        keytool(
                made,
                "-genkeypair -alias root -keyalg EC -groupname secp256r1 -dname CN=Root -ext bc=ca:true"
                        + " -validity 3650 -keystore server.p12");
        keytool(
                made,
                "-genkeypair -alias leaf -keyalg EC -groupname secp256r1 -dname CN=local -validity 90"
                        + " -signer root -ext san=dns:localhost,ip:127.0.0.1 -keystore server.p12");
        keytool(made, "-delete -alias root -keystore server.p12");
        keytool(
                made,
                "-genkeypair -alias old -keyalg EC -groupname secp256r1 -dname CN=old"
                        + " -startdate 2020/01/01 -validity 10 -ext san=dns:shop.example.org -keystore old.p12");
    }

    @Test
    void whatAServerShowsIsKnownWithItsEndItsChainAndItsName() throws Exception {
        try (TlsServer server = TlsServer.of(made.resolve("server.p12"), false, "TLSv1.3", "TLSv1.2")) {
            Observation read =
                    read(PATIENT, "127.0.0.1:" + server.port(), "localhost:" + server.port() + "  # the same");

            Credential leaf = credential(read, "x509.certificate");
            Credential root = credential(read, "x509.authority");
            assertThat(leaf.name()).isEqualTo("local");
            assertThat(leaf.parent()).isEqualTo(root.id());
            assertThat(leaf.expiry()).isInstanceOf(Expiry.At.class);
            assertThat(leaf.attributes())
                    .containsEntry("chain", "whole, up to CN=Root")
                    .containsEntry("curfew:shown-at", "127.0.0.1:%1$d, localhost:%1$d".formatted(server.port()))
                    .doesNotContainKey("curfew:not-for");
            assertThat(root.attributes()).doesNotContainKey("curfew:shown-at");
            assertThat(endpoint(read, "127.0.0.1:" + server.port()).tags())
                    .isEqualTo(Map.of(
                            "certificate", leaf.id().nativeId(),
                            "protocol", "TLSv1.3",
                            "name", "the certificate is for this name",
                            "chain", "2 sent, each signed by the next"));
            assertThat(read.coverage()).allSatisfy(it -> assertThat(it.state()).isEqualTo(CoverageState.READ));
        }
    }

    @Test
    void oneThatIsOverAndForAnotherNameIsShownAllTheSame() throws Exception {
        try (TlsServer server = TlsServer.of(made.resolve("old.p12"), false, "TLSv1.2")) {
            Observation read = read(PATIENT, "127.0.0.1:" + server.port());

            Credential old = credential(read, "x509.certificate");
            assertThat(old.expiry())
                    .isInstanceOfSatisfying(
                            Expiry.At.class, it -> assertThat(it.instant()).isBefore(NOW));
            assertThat(old.attributes()).containsEntry("curfew:not-for", "127.0.0.1:" + server.port());
            assertThat(endpoint(read, "127.0.0.1:" + server.port()).tags())
                    .containsEntry("protocol", "TLSv1.2")
                    .containsEntry("name", "the certificate is for other names");
        }
    }

    @Test
    void aServerThatWantsAClientsCertificateShowsItsOwnFirst() throws Exception {
        try (TlsServer server = TlsServer.of(made.resolve("server.p12"), true, "TLSv1.2")) {
            Observation read = read(PATIENT, "127.0.0.1:" + server.port());

            assertThat(credential(read, "x509.certificate").name()).isEqualTo("local");
            assertThat(endpoint(read, "127.0.0.1:" + server.port()).tags().get("protocol"))
                    .contains("hung up after it had shown its certificate");
        }
    }

    @Test
    void whoDoesNotShakeHandsIsCoverageAndTheRestIsRead() throws Exception {
        try (TlsServer server = TlsServer.of(made.resolve("server.p12"), false, "TLSv1.3");
                ServerSocket silent = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"))) {
            int closed = closedPort();
            Observation read = read(
                    Duration.ofSeconds(5),
                    "127.0.0.1:" + server.port(),
                    "127.0.0.1:" + silent.getLocalPort(),
                    "127.0.0.1:" + closed,
                    "no.such.host.invalid",
                    "what is this?");

            assertThat(credential(read, "x509.certificate").name()).isEqualTo("local");
            Coverage coverage = read.coverage().getLast();
            assertThat(coverage.state()).isEqualTo(CoverageState.PARTIAL);
            assertThat(coverage.detail())
                    .contains("127.0.0.1:" + silent.getLocalPort() + ": no answer within 5 s")
                    .contains("127.0.0.1:" + closed + ": nobody answers there")
                    .contains("no.such.host.invalid:443: its name was not resolved")
                    .contains("line 5: expected host:port")
                    .doesNotContain("what is this");
            assertThat(read.coverage()).noneMatch(Coverage::provesAbsence);
            for (String unanswered : List.of("127.0.0.1:" + closed, "no.such.host.invalid:443")) {
                assertThat(endpoint(read, unanswered).tags()).isEqualTo(Map.of("curfew:unanswered", "true"));
            }
        }
    }

    @Test
    void aNameThatJavaTakesForNoneIsAskedAllTheSame() throws Exception {
        try (TlsServer server = TlsServer.of(made.resolve("server.p12"), false, "TLSv1.3")) {
            Handshake handshake = new Handshake(PATIENT, new Homeward());
            for (String host : List.of("my_shop.invalid", "my-shop.invalid.", "-.invalid")) {
                assertThat(handshake.with(new Endpoint(host, server.port())))
                        .as(host)
                        .isInstanceOf(Shown.Certificates.class);
            }
        }
    }

    /// Whatever the name is, it is this machine's.
    private static final class Homeward extends SocketFactory {
        @Override
        public Socket createSocket() {
            return new Socket() {
                @Override
                public void connect(SocketAddress there, int millisMax) throws IOException {
                    int port = ((InetSocketAddress) there).getPort();
                    super.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), millisMax);
                }
            };
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void oneInsideANetworkIsNotAskedUnlessThatWasSaid() throws Exception {
        Observation read = read(IMPATIENT, "10.255.255.1:1");

        assertThat(read.coverage().getLast().detail())
                .contains("10.255.255.1:1: it stands for an address inside a network")
                .contains("--allow-private-addresses");
        assertThat(read(IMPATIENT, Map.of("allow-private-addresses", "true"), "10.255.255.1:1")
                        .coverage()
                        .getLast()
                        .detail())
                .doesNotContain("inside a network");
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    @Test
    void oneThatDripsIsNotWaitedForLongerThanOneThatIsSilent() throws Exception {
        try (ServerSocket dripping = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"))) {
            Thread server = Thread.ofVirtual().start(() -> drip(dripping));
            Observation read = read(IMPATIENT, "127.0.0.1:" + dripping.getLocalPort());

            assertThat(read.facts()).hasSize(1);
            assertThat(read.coverage().getFirst().detail()).contains("no answer within 0 s");
            server.interrupt();
        }
    }

    /// A record of 16 KiB is announced, and comes a byte at a time.
    private static void drip(ServerSocket listening) {
        try (var socket = listening.accept()) {
            socket.getOutputStream().write(new byte[] {22, 3, 3, 63, 0});
            while (!Thread.interrupted()) {
                socket.getOutputStream().write(2);
                Thread.sleep(20);
            }
        } catch (IOException | InterruptedException _) {
            // it was hung up
        }
    }

    @Test
    void whatIsNoListIsRefused() {
        assertThatThrownBy(() -> read(PATIENT, "# nothing"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("lists no TLS endpoint");
    }

    private static Credential credential(Observation read, String kind) {
        List<Credential> all = read.facts().stream()
                .filter(Credential.class::isInstance)
                .map(Credential.class::cast)
                .filter(it -> it.kind().equals(kind))
                .toList();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static Resource endpoint(Observation read, String name) {
        return read.facts().stream()
                .filter(Resource.class::isInstance)
                .map(Resource.class::cast)
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Observation read(Duration patience, String... lines) throws Exception {
        return read(patience, Map.of(), lines);
    }

    private Observation read(Duration patience, Map<String, String> settings, String... lines) throws Exception {
        Path file = Files.write(folder.resolve("hosts.txt"), List.of(lines));
        Connection connection = new Connection(new SourceName("edge"), "endpoints", file.toUri(), false, NOW, settings);
        return new EndpointsConnector(InstantSource.fixed(NOW), patience)
                .observer(connection, new NoSecrets())
                .observe(Progress.SILENT);
    }
}
