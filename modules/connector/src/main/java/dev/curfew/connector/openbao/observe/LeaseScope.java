package dev.curfew.connector.openbao.observe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.openbao.api.BaoAnswer;
import dev.curfew.connector.openbao.api.BaoPath;
import dev.curfew.connector.openbao.api.BaoSession;
import dev.curfew.connector.openbao.sheet.Details;
import dev.curfew.connector.openbao.sheet.Folders;
import dev.curfew.connector.openbao.sheet.Scope;
import dev.curfew.connector.openbao.sheet.ScopeSheet;
import dev.curfew.connector.sheet.Json;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Progress;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;

/// Leases of dynamic secrets. Those below `auth/` are the tokens' own, and tokens are read as such.
final class LeaseScope implements Scope {
    private static final Messages MESSAGES = Messages.of(LeaseScope.class);
    private static final List<String> KEPT = List.of("id", "issue_time", "expire_time", "path", "renewable");

    @Override
    public String name() {
        return "leases";
    }

    @Override
    public void read(BaoSession session, ScopeSheet sheet, Progress progress) throws InterruptedException {
        BaoAnswer top = session.list("sys/leases/lookup");
        List<String> engines = sheet.keys(top).stream()
                .filter(engine -> !engine.equals("auth/"))
                .toList();
        List<String> leases = Folders.leaves(
                engines, folder -> session.list("sys/leases/lookup/" + BaoPath.encode(folder)), session, sheet);
        Details.each(
                session.callsMax(),
                leases,
                sheet,
                progress,
                lease -> session.ask("sys/leases/lookup", Map.of("lease_id", lease)),
                (lease, data) -> lease(sheet, lease, data));
    }

    private static void lease(ScopeSheet sheet, String lease, JsonNode data) {
        sheet.add(new Credential(
                new CredentialId(sheet.source(), "lease/" + lease),
                "openbao.lease",
                data.path("path").asText(lease.substring(0, lease.lastIndexOf('/'))),
                null,
                null,
                Json.instant(data.path("issue_time")).orElse(null),
                Json.instant(data.path("expire_time"))
                        .<Expiry>map(Expiry.At::new)
                        .orElseGet(() -> new Expiry.Unknown(MESSAGES.text("expiry-unknown"))),
                new Usage.NotObserved(MESSAGES.text("lease-usage")),
                true,
                Map.of("renewable", data.path("renewable").asText(), "parentage", "unknown"),
                sheet.from("POST sys/leases/lookup", Json.only(data, KEPT))));
    }
}
