package dev.curfew.connector.openbao.observe.login;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.curfew.connector.openbao.api.BaoAnswer;
import dev.curfew.connector.openbao.api.BaoPath;
import dev.curfew.connector.openbao.api.BaoSession;
import dev.curfew.connector.openbao.sheet.Details;
import dev.curfew.connector.openbao.sheet.Scope;
import dev.curfew.connector.openbao.sheet.ScopeSheet;
import dev.curfew.model.port.Progress;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;

/// The roles of every login but tokens and approles.
public final class LoginScope implements Scope {
    private static final Messages MESSAGES = Messages.of(LoginScope.class);

    @Override
    public String name() {
        return "logins";
    }

    @Override
    public void read(BaoSession session, ScopeSheet sheet, Progress progress) throws InterruptedException {
        BaoAnswer logins = session.read("sys/auth");
        if (!(logins instanceof BaoAnswer.Done done)) {
            sheet.close(logins);
            return;
        }
        List<Map.Entry<String, JsonNode>> mounts = done.data().properties().stream()
                .sorted(Map.Entry.comparingByKey())
                .toList();
        for (Map.Entry<String, JsonNode> mount : mounts) {
            String name = mount.getKey().replaceAll("/$", "");
            String type = mount.getValue().path("type").asText();
            LoginKind kind = LoginKind.of(type).orElse(null);
            if (kind != null) {
                read(session, sheet, progress, name, kind);
            } else if (!LoginKind.isReadElsewhere(type)) {
                sheet.miss(MESSAGES.text("login-unknown", name, type));
            }
        }
    }

    private static void read(BaoSession session, ScopeSheet sheet, Progress progress, String mount, LoginKind kind)
            throws InterruptedException {
        String below = "auth/" + mount + "/";
        List<String> roles = sheet.keysOrMiss(session.list(BaoPath.encode(below + kind.list())));
        JsonNode config = roles.isEmpty() || kind.configured().isEmpty()
                ? MissingNode.getInstance()
                : config(session.read(BaoPath.encode(below + "config")), sheet);
        Details.each(
                session.callsMax(),
                roles,
                sheet,
                progress,
                role -> session.read(BaoPath.encode(below + kind.list() + role)),
                (role, data) -> new LoginRole(mount, role, kind).add(sheet, data, config));
    }

    /// A login that nobody configured lets nobody in, and says so by having none.
    private static JsonNode config(BaoAnswer answer, ScopeSheet sheet) {
        if (answer instanceof BaoAnswer.Done done) {
            return done.data();
        }
        if (!(answer instanceof BaoAnswer.Empty || answer instanceof BaoAnswer.Absent)) {
            sheet.miss(answer.words());
        }
        return MissingNode.getInstance();
    }
}
