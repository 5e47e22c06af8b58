package dev.curfew.connector.sample;

import dev.curfew.connector.sample.SampleWorld.Service;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import java.util.Map;

/// The crowd in the sample's cluster: a service account a service, each with its secret and its AWS role.
final class KubernetesServices {
    /// One service in so many still has a token that never expires.
    private static final int LEGACY_TOKEN_SHARE = 9;

    private final FactSheet sheet;
    private final SampleWorld world;

    KubernetesServices(FactSheet sheet, SampleWorld world) {
        this.sheet = sheet;
        this.world = world;
    }

    void tell() {
        for (int i = 0; i < world.services().size(); i++) {
            service(world.services().get(i), i % LEGACY_TOKEN_SHARE == 0);
        }
    }

    private void service(Service service, boolean hasLegacyToken) {
        String path = service.team() + "/" + service.name();
        Ownership owner = service.hasOwner() ? FactSheet.owned(service.team()) : new Ownership.Unowned();
        IdentityId id = sheet.identity(
                "kubernetes.service-account",
                "serviceaccount/" + path,
                path,
                owner,
                service.ageDays(),
                sheet.seen(service.idleDays(), "kube-apiserver"),
                Map.of(
                        "team",
                        service.team(),
                        "environment",
                        service.environment(),
                        KubernetesStory.ROLE_ARN,
                        AwsNames.role("svc-" + service.name())));
        sheet.resource(
                "kubernetes.secret",
                "secrets/" + path,
                path,
                service.environment().equals("production") ? Sensitivity.ELEVATED : Sensitivity.LOW,
                Map.of("environment", service.environment()));
        PolicyId role = sheet.policy(
                "kubernetes.role", "role/" + path, path, """
                    {"kind":"Role","namespace":"%s","name":"%s","rules":[{"apiGroups":[""],"resources":["secrets"],\
                    "resourceNames":["%s"],"verbs":["get"]}]}\
                    """.formatted(service.team(), service.name(), service.name()));
        sheet.grant(id, role, service.team());
        if (hasLegacyToken) {
            sheet.credential(
                    "kubernetes.token-secret",
                    "secret/" + path + "-token",
                    service.name() + "-token",
                    id,
                    service.ageDays(),
                    new Expiry.Never(),
                    sheet.seen(service.idleDays(), "kube-apiserver"),
                    Map.of("type", "kubernetes.io/service-account-token"));
        }
    }
}
