package dev.curfew.connector.sample;

import dev.curfew.connector.sample.SampleWorld.Service;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.id.IdentityId;
import java.util.Map;

/// The crowd in the sample's OpenBao: an approle, a policy, a path and a token a service.
final class OpenBaoServices {
    private final FactSheet sheet;
    private final SampleWorld world;

    OpenBaoServices(FactSheet sheet, SampleWorld world) {
        this.sheet = sheet;
        this.world = world;
    }

    void tell() {
        for (int i = 0; i < world.services().size(); i++) {
            service(world.services().get(i), i);
        }
    }

    private void service(Service service, int number) {
        String path = "secret/data/" + service.environment() + "/" + service.name();
        Ownership owner = service.hasOwner() ? FactSheet.owned(service.team()) : new Ownership.Unowned();
        Usage usage = sheet.seen(service.idleDays(), "login");
        IdentityId role = sheet.identity(
                "openbao.approle",
                "approle/approle/" + service.name(),
                service.name(),
                owner,
                service.ageDays(),
                usage,
                Map.of("team", service.team(), "environment", service.environment()));
        sheet.resource(
                "openbao.path",
                "path/" + path,
                path,
                service.environment().equals("production") ? Sensitivity.ELEVATED : Sensitivity.LOW,
                Map.of("environment", service.environment()));
        sheet.grant(
                role,
                sheet.policy(
                        "openbao.acl",
                        "policy/" + service.name(),
                        service.name(),
                        "path \"" + path + "\" { capabilities = [\"read\"] }\n"));
        sheet.credential(
                "openbao.token",
                "hmac-sample-%06d".formatted(number + 100_000),
                service.name(),
                role,
                Math.min(service.ageDays(), 30),
                new Expiry.At(sheet.inHours(service.ttlHours())),
                usage,
                Map.of("type", number % 5 == 0 ? "batch" : "service", "orphan", "false"));
    }
}
