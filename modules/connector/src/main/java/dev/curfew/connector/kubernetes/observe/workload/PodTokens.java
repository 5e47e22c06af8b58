package dev.curfew.connector.kubernetes.observe.workload;

import dev.curfew.connector.kubernetes.fact.Accounts;
import dev.curfew.connector.kubernetes.fact.Metadata;
import dev.curfew.connector.kubernetes.fact.NativeNames;
import dev.curfew.connector.kubernetes.json.Doc;
import dev.curfew.connector.kubernetes.sheet.ScopeSheet;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// Tokens that the kubelet puts into pods, bound to them: one credential a pod, for they end together, with it.
final class PodTokens {
    private static final Messages MESSAGES = Messages.of(PodTokens.class);

    private final List<Pod> pods = new ArrayList<>();

    /// @param tokens what its volumes ask for
    private record Pod(Metadata metadata, String account, List<Doc> tokens) {}

    void pod(Metadata metadata, String account, PodSpec spec) {
        List<Doc> tokens = spec.tokens();
        if (!account.isEmpty() && !tokens.isEmpty()) {
            pods.add(new Pod(metadata, account, tokens));
        }
    }

    void clear() {
        pods.clear();
    }

    void tell(ScopeSheet sheet, Accounts accounts) {
        for (Pod pod : pods) {
            Optional<IdentityId> holder = accounts.find(pod.metadata().namespace(), pod.account());
            holder.ifPresentOrElse(
                    id -> sheet.add(credential(sheet, pod, id)),
                    () -> sheet.miss(
                            MESSAGES.text("account-unread", pod.metadata().path())));
        }
        pods.clear();
    }

    private static Credential credential(ScopeSheet sheet, Pod pod, IdentityId holder) {
        Metadata metadata = pod.metadata();
        Map<String, String> attributes = new TreeMap<>();
        attributes.put("bound-to", "pod/" + metadata.path());
        attributes.put("uid", metadata.uid());
        TreeSet<String> audiences = new TreeSet<>();
        TreeSet<String> seconds = new TreeSet<>();
        for (Doc token : pod.tokens()) {
            audiences.add(token.text("audience"));
            token.number("expirationSeconds").ifPresent(number -> seconds.add(String.valueOf(number)));
        }
        audiences.remove("");
        if (!audiences.isEmpty()) {
            attributes.put("audiences", String.join(",", audiences));
        }
        attributes.put("expiration-seconds", String.join(",", seconds));
        return new Credential(
                new NativeNames(sheet.source()).podToken(metadata),
                "kubernetes.bound-token",
                MESSAGES.text("pod-token-name", metadata.path()),
                holder,
                null,
                metadata.createdAt(),
                new Expiry.Unknown(MESSAGES.text("pod-token-expiry")),
                new Usage.NotObserved(MESSAGES.text("account-usage")),
                true,
                attributes,
                sheet.from("GET /api/v1/pods", CanonicalJson.text(attributes)));
    }
}
