package dev.curfew.testbed;

import dev.curfew.testbed.process.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// PKCS #11 tokens of software: SoftHSM 2, as the system's packages have it.
///
/// @param folder where the tokens are
public record SoftHsm(Path folder) {
    private static final String TOOL = "softhsm2-util";
    private static final String CONFIGURATION = "SOFTHSM2_CONF";

    /// Where packages put the module.
    private static final List<Path> MODULES =
            List.of(Path.of("/usr/lib/softhsm/libsofthsm2.so"), Path.of("/usr/lib64/pkcs11/libsofthsm2.so"));

    private static final String SECURITY_OFFICER_PIN = "87654321";

    /// The module; empty where SoftHSM is not installed (Debian: softhsm2).
    public static Optional<Path> module() {
        return Programs.isInstalled(TOOL)
                ? MODULES.stream().filter(Files::isReadable).findFirst()
                : Optional.empty();
    }

    public static SoftHsm in(Path folder) throws IOException {
        Path tokens = Files.createDirectories(folder.resolve("tokens"));
        Files.writeString(
                folder.resolve("softhsm2.conf"),
                "directories.tokendir = " + tokens + "\nobjectstore.backend = file\nlog.level = ERROR\n");
        return new SoftHsm(folder);
    }

    /// What a process has in its environment that is to see these tokens.
    public String variable() {
        return CONFIGURATION;
    }

    public Path configuration() {
        return folder.resolve("softhsm2.conf");
    }

    public void make(String label, String pin) throws IOException, InterruptedException {
        run("--init-token", "--free", "--label", label, "--pin", pin, "--so-pin", SECURITY_OFFICER_PIN);
    }

    /// Puts a new Ed25519 key on a token.
    ///
    /// @param id in hexadecimal
    public void putKey(String token, String pin, String label, String id) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("key.pem"), pem());
        try {
            run("--import", file.toString(), "--token", token, "--label", label, "--id", id, "--pin", pin);
        } finally {
            Files.delete(file);
        }
    }

    private static String pem() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return "-----BEGIN PRIVATE KEY-----\n"
                    + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
                    + "\n-----END PRIVATE KEY-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
        }
    }

    private void run(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(Stream.of(TOOL), Stream.of(arguments)).toList());
        builder.environment().put(CONFIGURATION, configuration().toString());
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new TestbedException(TOOL + ": " + output);
        }
    }
}
