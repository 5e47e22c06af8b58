package dev.curfew.connector.openbao.observe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.openbao.api.BaoAnswer;
import dev.curfew.connector.openbao.api.BaoSession;
import dev.curfew.connector.openbao.sheet.Fields;
import dev.curfew.connector.openbao.sheet.Scope;
import dev.curfew.connector.openbao.sheet.ScopeSheet;
import dev.curfew.connector.sheet.Json;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.port.Progress;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Where OpenBao writes down what is done: without such a device nobody can say afterwards.
///
/// <https://openbao.org/api-docs/system/audit/>
final class AuditScope implements Scope {
    private static final Messages MESSAGES = Messages.of(AuditScope.class);

    /// Left out: where a socket or a remote collector is, whose address may hold a secret.
    private static final List<String> KEPT_OPTIONS =
            List.of("file_path", "format", "hmac_accessor", "log_raw", "mode", "socket_type");

    @Override
    public String name() {
        return "audit-devices";
    }

    @Override
    public void read(BaoSession session, ScopeSheet sheet, Progress progress) throws InterruptedException {
        BaoAnswer answer = session.read("sys/audit");
        if (isInsideNamespace(answer)) {
            // Devices are the whole server's, and told of in its root namespace only.
            sheet.skip(MESSAGES.text("audit-root"));
            return;
        }
        if (!(answer instanceof BaoAnswer.Done done)) {
            sheet.close(answer);
            return;
        }
        if (done.data().isEmpty()) {
            sheet.noteIfRead(MESSAGES.text("audit-none"));
        }
        done.data().properties().forEach(device -> add(sheet, device.getKey(), device.getValue()));
    }

    /// Seen with 2.7.2, whatever the token may: 400 `operation only available in root namespace`.
    private static boolean isInsideNamespace(BaoAnswer answer) {
        return answer instanceof BaoAnswer.Rejected rejected && rejected.words().contains("root namespace");
    }

    private static void add(ScopeSheet sheet, String path, JsonNode device) {
        String name = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        Map<String, String> tags = new TreeMap<>(Fields.said(device.path("options"), KEPT_OPTIONS));
        tags.put("type", device.path("type").asText());
        sheet.item();
        sheet.add(new Resource(
                new ResourceId(sheet.source(), "audit-device/" + name),
                "openbao.audit-device",
                name,
                Sensitivity.UNKNOWN,
                tags,
                sheet.from("GET sys/audit", Json.text(tags))));
    }
}
