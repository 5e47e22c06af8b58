package dev.curfew.connector.kubernetes.fact;

import dev.curfew.model.id.CredentialId;
import java.util.List;
import java.util.Optional;

/// What a credential's native id says.
public sealed interface CredentialName {

    /// Whatever tokens were requested for a service account.
    record Requested(String namespace, String account, String uid) implements CredentialName {}

    /// A token in a Secret.
    record InSecret(String namespace, String secret, String uid) implements CredentialName {}

    /// The tokens in a pod.
    record InPod(String namespace, String pod, String uid) implements CredentialName {}

    /// A client certificate.
    record Certificate(String requestUid, String user) implements CredentialName {}

    /// Empty where it is none of Kubernetes'.
    static Optional<CredentialName> of(CredentialId id) {
        String name = id.nativeId();
        if (name.startsWith(NativeNames.CERTIFICATE)) {
            List<String> parts = List.of(name.split("/", 3));
            return parts.size() == 3 ? Optional.of(new Certificate(parts.get(1), parts.get(2))) : Optional.empty();
        }
        List<String> parts = List.of(name.split("/", -1));
        if (parts.size() != 4) {
            return Optional.empty();
        }
        return switch (parts.getFirst() + "/") {
            case NativeNames.TOKEN -> Optional.of(new Requested(parts.get(1), parts.get(2), parts.get(3)));
            case NativeNames.SECRET -> Optional.of(new InSecret(parts.get(1), parts.get(2), parts.get(3)));
            case NativeNames.POD -> Optional.of(new InPod(parts.get(1), parts.get(2), parts.get(3)));
            default -> Optional.empty();
        };
    }
}
