package dev.curfew.connector.http.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.model.connection.Secret;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Keys as OpenSSL writes them.
class ClientCertificateTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "genrsa -traditional -out key.pem 2048, RSA PRIVATE KEY, RSA",
        "genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out key.pem, PRIVATE KEY, RSA",
        "ecparam -name prime256v1 -genkey -noout -out key.pem, EC PRIVATE KEY, EC",
        "ecparam -name secp384r1 -genkey -noout -out key.pem, EC PRIVATE KEY, EC",
        "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out key.pem, PRIVATE KEY, EC",
        "genpkey -algorithm ed25519 -out key.pem, PRIVATE KEY, EdDSA"
    })
    void aKeyIsReadInEveryFormItComesIn(String made, String label, String algorithm) throws Exception {
        openssl(made);
        String pem = Files.readString(folder.resolve("key.pem"));
        assertThat(pem).contains("-----BEGIN " + label + "-----");

        PrivateKey key = PrivateKeys.read(Secret.of(pem));

        assertThat(key.getAlgorithm()).isEqualTo(algorithm);
        assertThat(number(key))
                .isEqualTo(number(KeyFactory.getInstance(algorithm).generatePrivate(pkcs8())));
    }

    @Test
    void aCertificateComesWithItsKey() throws Exception {
        openssl(
                "req -x509 -newkey rsa:2048 -noenc -keyout key.pem -out certificate.pem -days 3 -subj /CN=reader/O=ops");
        ClientCertificate certificate = ClientCertificate.of(
                Files.readString(folder.resolve("certificate.pem")),
                Secret.of(Files.readString(folder.resolve("key.pem"))));
        assertThat(certificate.managers()).hasSize(1);
        assertThat(certificate).hasToString("ClientCertificate[O=ops, CN=reader]");
    }

    @Test
    void whatIsNoKeyIsSaidWithoutQuotingIt() {
        for (String text : List.of(
                "",
                "canary-4711",
                "-----BEGIN PRIVATE KEY-----\ncanary4711\n-----END PRIVATE KEY-----",
                "-----BEGIN EC PRIVATE KEY-----\nMHcCAQEE\n-----END EC PRIVATE KEY-----",
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\ncanary4711\n-----END ENCRYPTED PRIVATE KEY-----")) {
            assertThatThrownBy(() -> PrivateKeys.read(Secret.of(text)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("canary")
                    .hasNoCause();
        }
    }

    /// An EC key's envelope may name the curve once or twice.
    private static Object number(PrivateKey key) {
        return key instanceof ECPrivateKey ec ? ec.getS() : new BigInteger(key.getEncoded());
    }

    /// OpenSSL's own way to the form that Java has.
    private PKCS8EncodedKeySpec pkcs8() throws IOException, InterruptedException {
        openssl("pkcs8 -topk8 -nocrypt -in key.pem -outform DER -out key.p8");
        return new PKCS8EncodedKeySpec(Files.readAllBytes(folder.resolve("key.p8")));
    }

    private void openssl(String arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments.split(" ")));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
