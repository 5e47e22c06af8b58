package dev.curfew.connector.kubernetes.observe.access;

import dev.curfew.connector.kubernetes.api.KubeAnswer;
import dev.curfew.connector.kubernetes.api.KubeSession;
import dev.curfew.connector.kubernetes.sheet.Scope;
import dev.curfew.connector.kubernetes.sheet.ScopeSheet;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.port.Progress;
import dev.curfew.model.text.CanonicalJson;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/// The cluster itself: by which name it signs its service accounts' tokens, and where it is asked about them. Whoever
/// trusts its tokens names one of the two.
///
/// <https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#service-account-issuer-discovery>
public final class ClusterScope implements Scope {
    private static final String DISCOVERY = ".well-known/openid-configuration";

    private final URI address;

    /// @param address of its API server
    public ClusterScope(URI address) {
        this.address = address;
    }

    @Override
    public String name() {
        return "cluster";
    }

    @Override
    public void read(KubeSession session, ScopeSheet sheet, Progress progress) throws InterruptedException {
        Map<String, String> tags = new TreeMap<>();
        tags.put("api-server", address.getScheme() + "://" + address.getRawAuthority());
        KubeAnswer answer = session.get(DISCOVERY);
        if (answer instanceof KubeAnswer.Done done) {
            sheet.items(1);
            tags.put("oidc-issuer", done.body().text("issuer"));
            tags.put("oidc-keys", done.body().text("jwks_uri"));
            tags.values().removeIf(String::isEmpty);
        } else if (!(answer instanceof KubeAnswer.Absent)) {
            sheet.miss(answer.words());
        }
        sheet.add(new Resource(
                new ResourceId(sheet.source(), "cluster"),
                "kubernetes.cluster",
                sheet.source().toString(),
                Sensitivity.HIGH,
                tags,
                sheet.from("GET /" + DISCOVERY, CanonicalJson.text(tags))));
    }
}
