package dev.curfew.connector.kubernetes;

import dev.curfew.testbed.kubernetes.Kubectl;
import dev.curfew.testbed.process.Command;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// Requests for client certificates, made by OpenSSL.
final class CertificateRequests {

    private CertificateRequests() {}

    /// @return the private key, in PEM
    static String request(Kubectl kubectl, String name, String subject, boolean approved) {
        String key =
                Command.run(List.of("openssl", "ecparam", "-name", "prime256v1", "-genkey", "-noout"), Map.of(), "");
        String csr =
                Command.run(List.of("openssl", "req", "-new", "-key", "/dev/stdin", "-subj", subject), Map.of(), key);
        kubectl.run(
                """
                apiVersion: certificates.k8s.io/v1
                kind: CertificateSigningRequest
                metadata: {name: %s}
                spec:
                  request: %s
                  signerName: kubernetes.io/kube-apiserver-client
                  expirationSeconds: 3600
                  usages: [client auth]
                """.formatted(name, Base64.getEncoder().encodeToString(csr.getBytes(StandardCharsets.UTF_8))),
                List.of("apply", "-f", "-"));
        if (approved) {
            kubectl.run("certificate", "approve", name);
        }
        return key;
    }
}
