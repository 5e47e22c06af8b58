package dev.curfew.testbed.kubernetes;

import dev.curfew.testbed.TestbedException;
import dev.curfew.testbed.process.Certificates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// What an API server is given in files, readable by nobody else: secrets are no arguments of a process.
///
/// @param tokens who the administrator's token stands for
/// @param signingKey signs the tokens of service accounts
/// @param certificate written by the server itself
/// @param authority signs the certificates of clients
/// @param auditPolicy what the audit log is to hold
record ServerFiles(
        Path folder,
        Path tokens,
        Path signingKey,
        Path certificate,
        Path authority,
        Path authorityKey,
        Path auditPolicy) {
    private static final int KEY_BITS = 2048;
    private static final int PEM_COLUMNS = 64;

    static ServerFiles write(Path folder, String administratorToken) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new TestbedException(folder.toString(), e);
        }
        Certificates clients = new Certificates(folder);
        return new ServerFiles(
                folder,
                Certificates.write(
                        folder.resolve("tokens.csv"),
                        administratorToken + ",testbed-admin,testbed-admin,system:masters\n"),
                Certificates.write(folder.resolve("service-accounts.pem"), key()),
                folder.resolve("apiserver.crt"),
                Certificates.write(folder.resolve("client-authority.crt"), clients.authorityPem()),
                Certificates.write(folder.resolve("client-authority.key"), clients.authorityKeyPem()),
                Certificates.write(folder.resolve("audit-policy.yaml"), """
                        apiVersion: audit.k8s.io/v1
                        kind: Policy
                        omitStages: ["RequestReceived"]
                        rules:
                        - level: None
                          users: ["system:apiserver", "system:anonymous"]
                        - level: Metadata
                        """));
    }

    Path auditLog() {
        return folder.resolve("audit.log");
    }

    /// For clients that take nothing else.
    Path kubeconfig(String name, String address, String token) {
        String authorities = Base64.getEncoder().encodeToString(read(certificate));
        return Certificates.write(folder.resolve(name), """
                apiVersion: v1
                kind: Config
                current-context: testbed
                clusters:
                - name: testbed
                  cluster:
                    server: %s
                    certificate-authority-data: %s
                contexts:
                - name: testbed
                  context: {cluster: testbed, user: testbed}
                users:
                - name: testbed
                  user: {token: %s}
                """.formatted(address, authorities, token));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new TestbedException(file.toString(), e);
        }
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
