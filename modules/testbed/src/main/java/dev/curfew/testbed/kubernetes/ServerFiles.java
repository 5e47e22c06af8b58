package dev.curfew.testbed.kubernetes;

import dev.curfew.testbed.TestbedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// What an API server is given in files, readable by nobody else: secrets are no arguments of a process.
///
/// @param tokens who the administrator's token stands for
/// @param signingKey signs the tokens of service accounts
/// @param certificate written by the server itself
record ServerFiles(Path folder, Path tokens, Path signingKey, Path certificate) {
    private static final int KEY_BITS = 2048;
    private static final int PEM_COLUMNS = 64;

    static ServerFiles write(Path folder, String administratorToken) {
        try {
            Files.createDirectories(folder);
            Path tokens = secret(
                    folder.resolve("tokens.csv"), administratorToken + ",testbed-admin,testbed-admin,system:masters\n");
            Path key = secret(folder.resolve("service-accounts.pem"), key());
            return new ServerFiles(folder, tokens, key, folder.resolve("apiserver.crt"));
        } catch (IOException e) {
            throw new TestbedException(folder.toString(), e);
        }
    }

    private static Path secret(Path file, String text) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, text, StandardOpenOption.TRUNCATE_EXISTING);
    }

    private static String key() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            byte[] encoded = generator.generateKeyPair().getPrivate().getEncoded();
            String body = Base64.getMimeEncoder(PEM_COLUMNS, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(encoded);
            return "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }
}
