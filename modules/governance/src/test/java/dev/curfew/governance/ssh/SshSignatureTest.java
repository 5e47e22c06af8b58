package dev.curfew.governance.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.testbed.process.SshKeygen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Held against OpenSSH's own `ssh-keygen`, in both directions.
class SshSignatureTest {
    private static final String NAMESPACE = "attestation@curfew.dev";
    private static final String TEXT = "Answer: keep\n";

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({"ed25519,256", "ecdsa,256", "rsa,2048", "rsa,4096"})
    void whatItSignsIsVerifiedForExactlyThat(String type, int bits) throws IOException {
        SshKeygen keygen = new SshKeygen(folder);
        String line = keygen.make("grace", type, bits);
        Path file = Files.writeString(folder.resolve("file"), TEXT);

        SshSignature signature = SshSignature.parse(Files.readString(keygen.sign("grace", NAMESPACE, file)))
                .orElseThrow();

        assertThat(SshKey.parse(line)).contains(signature.key());
        assertThat(signature.key().fingerprint()).isEqualTo(keygen.fingerprint("grace"));
        assertThat(verifies(signature, TEXT)).isTrue();
        assertThat(verifies(signature, TEXT + " ")).isFalse();
        assertThat(signature.verifies(TEXT.getBytes(StandardCharsets.UTF_8), "git"))
                .isFalse();
    }

    @Test
    void whatIsSignedHereItVerifies() throws GeneralSecurityException, IOException {
        SshKeygen keygen = new SshKeygen(folder);
        for (Signing signing : List.of(
                new Signing(JdkSigner.ed25519(), "ssh-ed25519", "Ed25519"),
                new Signing(JdkSigner.ecdsa(), "ecdsa-sha2-nistp256", "SHA256withECDSAinP1363Format"),
                new Signing(JdkSigner.rsa(2048), "rsa-sha2-512", "SHA512withRSA"),
                new Signing(JdkSigner.rsa(2048), "rsa-sha2-256", "SHA256withRSA"))) {
            String armored = signing.sign();
            Path file = Files.writeString(folder.resolve("made.sig"), armored);

            keygen.verify("grace", signing.signer().line(), NAMESPACE, file, TEXT);

            assertThat(verifies(SshSignature.parse(armored).orElseThrow(), TEXT))
                    .isTrue();
        }
    }

    private record Signing(JdkSigner signer, String scheme, String algorithm) {
        String sign() throws GeneralSecurityException {
            return signer.sign(scheme, algorithm, NAMESPACE, TEXT);
        }
    }

    /// One number in 256 is a byte shorter.
    @Test
    void numbersThatAreShorterAreRead() throws GeneralSecurityException {
        JdkSigner signer = JdkSigner.ecdsa();
        int usual = 4 + 32 + 4 + 32;
        int shortest = usual;
        for (int i = 0; i < 5000 && shortest >= usual; i++) {
            String armored = signer.sign("ecdsa-sha2-nistp256", "SHA256withECDSAinP1363Format", NAMESPACE, TEXT + i);
            SshSignature signature = SshSignature.parse(armored).orElseThrow();
            assertThat(verifies(signature, TEXT + i)).isTrue();
            shortest = Base64.getDecoder().decode(signature.bytes()).length;
        }
        assertThat(shortest).isLessThan(usual);
    }

    @Test
    void whatRsaKeysSignedWithSha1IsNotBelieved() throws GeneralSecurityException {
        String armored = JdkSigner.rsa(2048).sign("ssh-rsa", "SHA1withRSA", NAMESPACE, TEXT);

        assertThat(verifies(SshSignature.parse(armored).orElseThrow(), TEXT)).isFalse();
    }

    @Test
    void aSchemeThatIsNotTheKeysIsNotBelieved() throws GeneralSecurityException {
        String armored = JdkSigner.ed25519().sign("rsa-sha2-512", "Ed25519", NAMESPACE, TEXT);

        assertThat(verifies(SshSignature.parse(armored).orElseThrow(), TEXT)).isFalse();
    }

    /// Every bit of a signature counts, and nothing that somebody made of one is an error.
    @Test
    void noOtherBytesVerify() throws GeneralSecurityException {
        byte[] bytes = JdkSigner.bytes(new Signing(JdkSigner.ed25519(), "ssh-ed25519", "Ed25519").sign());
        for (int i = 0; i < bytes.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] other = bytes.clone();
                other[i] ^= (byte) (1 << bit);
                Optional<SshSignature> read = SshSignature.parse(JdkSigner.armored(other));
                assertThat(read.filter(it -> verifies(it, TEXT)))
                        .as("bit %s of byte %s", bit, i)
                        .isEmpty();
            }
            assertThat(SshSignature.parse(JdkSigner.armored(Arrays.copyOf(bytes, i))))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ssh-ed25519",
                "ssh-ed25519 AAAA",
                "ssh-ed25519 not-base64",
                "-----BEGIN OPENSSH PRIVATE KEY-----",
                "sk-ssh-ed25519@openssh.com AAAAGnNrLXNzaC1lZDI1NTE5QG9wZW5zc2guY29t",
                "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
            })
    void whatIsNoKeyIsNone(String line) {
        assertThat(SshKey.parse(line)).isEmpty();
    }

    @Test
    void shortRsaKeysAreNoneAndOneOfAnotherTypeThanItSaysNeither() throws GeneralSecurityException {
        assertThat(SshKey.parse(JdkSigner.rsa(1024).line())).isEmpty();
        assertThat(SshKey.parse(JdkSigner.ed25519().line().replace("ssh-ed25519", "ssh-rsa")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-----BEGIN SSH SIGNATURE-----",
                "-----BEGIN SSH SIGNATURE-----END SSH SIGNATURE-----",
                "-----BEGIN SSH SIGNATURE-----\n%%%\n-----END SSH SIGNATURE-----",
                "-----BEGIN PGP SIGNATURE-----\nAAAA\n-----END PGP SIGNATURE-----"
            })
    void whatIsNoSignatureIsNone(String text) {
        assertThat(SshSignature.parse(text)).isEmpty();
    }

    private static boolean verifies(SshSignature signature, String text) {
        return signature.verifies(text.getBytes(StandardCharsets.UTF_8), NAMESPACE);
    }
}
