package dev.curfew.testbed.process;

import dev.curfew.testbed.TestbedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// An authority of the test's own, what it signed, and their keys, made by the JDK's keytool.
public final class Certificates {
    private static final Path KEYTOOL = Path.of(System.getProperty("java.home"), "bin", "keytool");
    private static final String AUTHORITY = "authority";

    /// Nothing that matters is behind it, and no process shows it.
    private static final String PASSWORD = "throw-away";

    private static final int PEM_COLUMNS = 64;

    private final Path store;

    /// Makes the authority.
    public Certificates(Path folder) {
        store = folder.resolve("certificates.p12");
        make(AUTHORITY, "CN=testbed authority", "-ext", "bc:critical=ca:true");
    }

    /// A certificate that names hosts.
    public void server(String alias, String names) {
        make(alias, "CN=" + alias, "-ext", "san=" + names, "-signer", AUTHORITY);
    }

    /// A certificate whose common name is a role's.
    public void client(String role) {
        make(role, "CN=" + role, "-signer", AUTHORITY);
    }

    public String authorityPem() {
        return certificatePem(AUTHORITY);
    }

    /// For servers that sign by themselves.
    public String authorityKeyPem() {
        return keyPem(AUTHORITY);
    }

    public String certificatePem(String alias) {
        return pem("CERTIFICATE", alias);
    }

    public String keyPem(String alias) {
        return pem("PRIVATE KEY", alias);
    }

    /// A file that its owner alone may read, as the server asks of a key.
    public static Path write(Path file, String text) {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return Files.writeString(file, text, StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            throw new TestbedException(file.toString(), e);
        }
    }

    private void make(String alias, String name, String... more) {
        List<String> command = new ArrayList<>(List.of(
                KEYTOOL.toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-dname",
                name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "3650",
                "-keystore",
                store.toString(),
                "-storepass:env",
                "CURFEW_TESTBED_STORE"));
        command.addAll(List.of(more));
        Command.run(command, Map.of("CURFEW_TESTBED_STORE", PASSWORD), "");
    }

    private String pem(String what, String alias) {
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            Key key = keys.getKey(alias, PASSWORD.toCharArray());
            byte[] encoded =
                    what.equals("CERTIFICATE") ? keys.getCertificate(alias).getEncoded() : key.getEncoded();
            String body = Base64.getMimeEncoder(PEM_COLUMNS, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(encoded);
            return "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n";
        } catch (IOException | GeneralSecurityException e) {
            throw new TestbedException(store.toString(), e);
        }
    }
}
