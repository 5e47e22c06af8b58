package dev.curfew.app.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.connector.http.Trust;
import dev.curfew.connector.http.tls.ClientCertificate;
import dev.curfew.model.connection.Secret;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import dev.curfew.testbed.process.Certificates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Workloads that show client certificates, made here, over real TLS.
@WithOpenBao
class ServeCertificatesTest {

    @Test
    void aCertificateSaysWhoAsks(OpenBao openBao, @TempDir Path home) throws Exception {
        Certificates ours = new Certificates(Files.createDirectory(home.resolve("ours")));
        ours.server("curfew", "ip:127.0.0.1");
        ours.server("deployer", "uri:spiffe://acme/ci/deployer");
        ours.server("twofold", "uri:spiffe://acme/ci/one,uri:spiffe://acme/ci/two");
        ours.server("stranger", "uri:spiffe://acme/web/shop");
        ours.client("nightly");
        Certificates theirs = new Certificates(Files.createDirectory(home.resolve("theirs")));
        theirs.server("deployer", "uri:spiffe://acme/ci/deployer");

        try (ServeBench bench = ServeBench.in(home, openBao)) {
            bench.trust(
                    "mesh",
                    "--client-ca",
                    bench.commands().file("ca.pem", ours.authorityPem()).toString(),
                    "--subject",
                    "spiffe://acme/ci/*",
                    "--subject",
                    "CN=nightly");
            assertThat(bench.commands().run("serve", "--port", "0").err()).contains("--tls-certificate");
            bench.serve(
                    context(ours, ours, "deployer"),
                    "--tls-certificate",
                    bench.commands()
                            .file("server.pem", ours.certificatePem("curfew"))
                            .toString(),
                    "--tls-key",
                    bench.commands().file("server.key", ours.keyPem("curfew")).toString());

            Told asked = ask(bench);
            assertThat(asked.status()).as(asked.body()).isEqualTo(201);
            assertThat(asked.text("/requester")).isEqualTo("workload:mesh/spiffe://acme/ci/deployer");

            bench.show(context(ours, ours, "nightly"));
            assertThat(ask(bench).text("/claims/workload")).isEqualTo("CN=nightly");
            assertThat(bench.call("GET", asked.header("Location"), "").status()).isEqualTo(404);

            bench.show(context(ours, ours, "stranger"));
            assertThat(ask(bench).problem()).isEqualTo("not-trusted");
            bench.show(context(ours, ours, "twofold"));
            assertThat(ask(bench).problem()).isEqualTo("not-trusted");
            bench.show(context(ours, null, ""));
            assertThat(ask(bench).status()).isEqualTo(401);
            assertThat(bench.call("GET", "/v1/health", "").status()).isEqualTo(200);
            bench.show(context(ours, theirs, "deployer"));
            assertThatThrownBy(() -> ask(bench)).isInstanceOf(AssertionError.class);

            assertThat(bench.commands().as("bo", "workload", "distrust", "mesh").exitCode())
                    .isZero();
            bench.show(context(ours, ours, "deployer"));
            assertThat(ask(bench).problem()).isEqualTo("not-trusted");
            // nor does anybody issue what it asked for while it was trusted
            assertThat(bench.commands().run("review", asked.text("/id")).err()).contains("lets workload:mesh/");
        }
    }

    private static Told ask(ServeBench bench) {
        return bench.call("POST", "/v1/requests", ServeBench.order("job"), Map.of());
    }

    /// @param shown whose certificate; null for none
    private static SSLContext context(Certificates trusted, @Nullable Certificates shown, String alias)
            throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        try (Secret key = Secret.of(shown == null ? "" : shown.keyPem(alias))) {
            context.init(
                    shown == null
                            ? null
                            : ClientCertificate.of(shown.certificatePem(alias), key)
                                    .managers(),
                    new TrustManager[] {new Trust(trusted.authorityPem()).manager()},
                    null);
        }
        return context;
    }
}
