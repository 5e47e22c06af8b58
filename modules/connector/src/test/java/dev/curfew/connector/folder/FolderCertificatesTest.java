package dev.curfew.connector.folder;

import static dev.curfew.connector.folder.FolderFixture.coverage;
import static dev.curfew.connector.folder.FolderFixture.credentials;
import static dev.curfew.connector.folder.FolderFixture.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.connection.Standing;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.observation.Observation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Certificates and keys as keytool and openssl write them.
class FolderCertificatesTest {
    private static final String PASSWORD = "canary-keystore-password";

    @TempDir
    private static Path made;

    @TempDir
    private Path root;

    private FolderFixture folder;

    /// A root that signs a leaf, both in a PKCS #12; the same as JKS, PEM and DER; keys in each form of OpenSSL's.
    @BeforeAll
    static void make() {
        keytool("-genkeypair -alias root -keyalg RSA -keysize 2048 -dname CN=Root -ext bc=ca:true -validity 3650");
        keytool(
                "-genkeypair -alias leaf -keyalg EC -groupname secp256r1 -dname CN=shop.example.org,O=Shop -validity 90 -signer root -ext san=dns:shop.example.org,dns:www.shop.example.org");
        keytool("-exportcert -rfc -alias leaf -file leaf.pem");
        keytool("-exportcert -rfc -alias root -file root.pem");
        keytool("-exportcert -alias leaf -file leaf.der");
        run(
                made,
                "openssl",
                "pkcs12",
                "-in",
                "all.p12",
                "-nocerts",
                "-nodes",
                "-out",
                "keys.pem",
                "-passin",
                "pass:" + PASSWORD);
        run(made, "openssl", "genrsa", "-traditional", "-out", "pkcs1.pem", "2048");
        run(made, "openssl", "req", "-x509", "-key", "pkcs1.pem", "-subj", "/CN=old", "-days", "1", "-out", "old.pem");
        run(made, "openssl", "req", "-x509", "-key", "pkcs1.pem", "-subj", "/CN=new", "-days", "9", "-out", "new.pem");
        run(made, "openssl", "ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", "sec1.pem");
        run(
                made,
                "openssl",
                "pkcs8",
                "-topk8",
                "-in",
                "sec1.pem",
                "-passout",
                "pass:" + PASSWORD,
                "-out",
                "locked.pem");
        run(made, "openssl", "pkcs8", "-topk8", "-nocrypt", "-in", "pkcs1.pem", "-outform", "DER", "-out", "pkcs8.der");
        run(made, "openssl", "genpkey", "-algorithm", "ed25519", "-out", "ed25519.pem");
        run(
                made,
                "openssl",
                "crl2pkcs7",
                "-nocrl",
                "-certfile",
                "root.pem",
                "-certfile",
                "leaf.pem",
                "-out",
                "both.p7b");
    }

    private static void keytool(String arguments) {
        String program =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String all = program + " " + arguments + " -keystore all.p12 -storetype PKCS12 -storepass " + PASSWORD;
        run(made, all.split(" "));
    }

    @BeforeEach
    void begin() {
        folder = new FolderFixture(root);
    }

    private void lay(String... files) throws IOException {
        for (String file : files) {
            Files.copy(made.resolve(file), root.resolve(file));
        }
    }

    @Test
    void aChainIsKnownByItsSignaturesAndEndsWhenItSays() throws Exception {
        lay("leaf.pem", "root.pem");

        Observation read = folder.read();

        Credential leaf = credentials(read, "x509.certificate").getFirst();
        Credential authority = credentials(read, "x509.authority").getFirst();
        X509Certificate expected = decoded("leaf.pem");
        assertThat(leaf.name()).isEqualTo("shop.example.org");
        assertThat(leaf.parent()).isEqualTo(authority.id());
        assertThat(leaf.expiry()).isEqualTo(new Expiry.At(expected.getNotAfter().toInstant()));
        assertThat(leaf.createdAt()).isEqualTo(expected.getNotBefore().toInstant());
        assertThat(leaf.attributes())
                .containsEntry("chain", "whole, up to CN=Root")
                .containsEntry("key", "EC 256")
                .containsEntry("names", "shop.example.org, www.shop.example.org")
                .containsEntry("places", "leaf.pem")
                .containsEntry("private-key", "none found here that is known to be its own");
        assertThat(authority.attributes())
                .containsEntry("chain", "signed by itself")
                .containsEntry("key", "RSA 2048");
        assertThat(coverage(read, "certificates").state()).isEqualTo(CoverageState.READ);
    }

    private static X509Certificate decoded(String file) throws IOException, CertificateException {
        try (var in = Files.newInputStream(made.resolve(file))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    @Test
    void aChainWithoutItsTopIsOpen() throws Exception {
        lay("leaf.pem");

        Credential leaf = credentials(folder.read(), "x509.certificate").getFirst();

        assertThat(leaf.parent()).isNull();
        assertThat(leaf.attributes()).containsEntry("chain", "open: CN=Root, which signed it, was not found here");
    }

    @Test
    void oneCertificateIsOneWhereverAndHoweverItLies() throws Exception {
        lay("leaf.pem", "leaf.der", "both.p7b", "all.p12");
        folder.passwords("another-one\n" + PASSWORD);

        Observation read = folder.read();

        assertThat(credentials(read, "x509.certificate")).hasSize(1);
        assertThat(credentials(read, "x509.authority")).hasSize(1);
        assertThat(credentials(read, "x509.certificate").getFirst().attributes())
                .containsEntry("places", "all.p12 (leaf), both.p7b, leaf.der, leaf.pem")
                .containsEntry("private-key", "all.p12 (leaf)");
        assertThat(credentials(read, "x509.private-key"))
                .extracting(it -> it.attributes().get("encrypted"))
                .containsExactly("yes", "yes");
        assertThat(coverage(read, "certificates").state()).isEqualTo(CoverageState.READ);
    }

    @Test
    void aKeystoreWithoutItsPasswordIsNamedAndTheRestIsRead() throws Exception {
        lay("leaf.pem", "all.p12");

        Observation without = folder.read();
        folder.passwords("wrong");
        Observation wrong = folder.read();

        assertThat(credentials(without, "x509.certificate")).hasSize(1);
        assertThat(coverage(without, "certificates").state()).isEqualTo(CoverageState.PARTIAL);
        assertThat(coverage(without, "certificates").detail())
                .contains("all.p12: a keystore; give its password with --read-credential");
        assertThat(coverage(wrong, "certificates").detail()).contains("all.p12: a keystore that none of");
        assertThat(coverage(without, "files").state()).isEqualTo(CoverageState.READ);
    }

    @Test
    void passwordsAreTriedWhenSomebodyAsks() throws Exception {
        lay("all.p12");
        FolderConnector connector = new FolderConnector(Clock.systemUTC());
        var check = connector.selfCheck(folder.connection(root)).orElseThrow();

        assertThat(check.of(Secret.of(PASSWORD)))
                .isEqualTo(new Standing.Works("opens 1 of 1 keystores", new Expiry.Never()));
        assertThat(check.of(Secret.of("wrong"))).isEqualTo(new Standing.Refused("opens 0 of 1 keystores"));
    }

    @Test
    void keyAndCertificateAreKnownToBelongTogetherInEachForm() throws Exception {
        lay(
                "leaf.pem",
                "root.pem",
                "keys.pem",
                "pkcs1.pem",
                "pkcs8.der",
                "old.pem",
                "sec1.pem",
                "locked.pem",
                "ed25519.pem");

        Observation read = folder.read();

        assertThat(credentials(read, "x509.certificate").getFirst().attributes().get("private-key"))
                .startsWith("keys.pem (block ");
        assertThat(credentials(read, "x509.authority").stream()
                        .filter(it -> it.name().equals("old"))
                        .findFirst()
                        .orElseThrow()
                        .attributes())
                .containsEntry("private-key", "pkcs1.pem, pkcs8.der");
        assertThat(credentials(read, "x509.private-key"))
                .extracting(it -> it.attributes().get("places") + ": "
                        + it.attributes().get("form") + ", " + it.attributes().get("encrypted"))
                .containsExactlyInAnyOrder(
                        "keys.pem (block 1): PKCS #8, no",
                        "keys.pem (block 2): PKCS #8, no",
                        "pkcs1.pem, pkcs8.der: DER, PKCS #1, no",
                        "sec1.pem: SEC 1, no",
                        "locked.pem: PKCS #8, yes",
                        "ed25519.pem: PKCS #8, no");
    }

    @Test
    void twoCertificatesOfOneKeyHaveOneFingerprintOfIt() throws Exception {
        lay("old.pem", "new.pem");

        List<Credential> read = credentials(folder.read(), "x509.authority");

        assertThat(read).hasSize(2);
        assertThat(read)
                .extracting(it -> it.attributes().get("spki"))
                .containsOnly(read.getFirst().attributes().get("spki"));
        assertThat(read).extracting(Credential::id).doesNotHaveDuplicates();
    }

    @Test
    void aFileInTheOpenIsMarked() throws Exception {
        lay("pkcs1.pem", "locked.pem");

        assertThat(FolderFixture.files(folder.read()))
                .extracting(it -> it.name() + ": "
                        + Optional.ofNullable(it.tags().get("curfew:in-the-open"))
                                .orElse("no"))
                .containsExactlyInAnyOrder("pkcs1.pem: true", "locked.pem: no");
    }

    @Test
    void nothingOfAKeyOrAPasswordIsKept() throws Exception {
        lay("all.p12", "keys.pem", "pkcs1.pem", "sec1.pem", "locked.pem", "ed25519.pem", "pkcs8.der");
        folder.passwords(PASSWORD);

        String kept = folder.read().toString();

        assertThat(kept).doesNotContain(PASSWORD);
        for (String file : List.of("keys.pem", "pkcs1.pem", "sec1.pem", "locked.pem", "ed25519.pem")) {
            for (String line : Files.readAllLines(made.resolve(file))) {
                if (line.length() > 40 && !line.contains(" ")) {
                    assertThat(kept).doesNotContain(line);
                }
            }
        }
    }
}
