package dev.curfew.connector.openbao.observe;

import dev.curfew.connector.openbao.api.BaoPath;
import dev.curfew.connector.openbao.api.BaoSession;
import dev.curfew.connector.openbao.sheet.Details;
import dev.curfew.connector.openbao.sheet.Scope;
import dev.curfew.connector.openbao.sheet.ScopeSheet;
import dev.curfew.connector.sheet.Json;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.port.Progress;
import java.util.List;

/// ACL policies with their text as stored. `root` has none: it is a name that allows everything.
final class PolicyScope implements Scope {
    private static final List<String> KEPT = List.of("name", "version", "modified", "expiration", "cas_required");

    @Override
    public String name() {
        return "policies";
    }

    @Override
    public void read(BaoSession session, ScopeSheet sheet, Progress progress) throws InterruptedException {
        Details.each(
                session.callsMax(),
                sheet.keys(session.list("sys/policies/acl")),
                sheet,
                progress,
                name -> session.read("sys/policies/acl/" + BaoPath.encode(name)),
                (name, data) -> sheet.add(new Policy(
                        new PolicyId(sheet.source(), "policy/" + name),
                        "openbao.acl",
                        name,
                        data.path("policy").asText(),
                        sheet.from("GET sys/policies/acl/" + name, Json.only(data, KEPT)))));
    }
}
