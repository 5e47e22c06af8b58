package dev.curfew.connector.openbao.observe;

import dev.curfew.connector.openbao.api.BaoAnswer;
import dev.curfew.connector.openbao.api.BaoSession;
import dev.curfew.connector.openbao.sheet.Scope;
import dev.curfew.connector.openbao.sheet.ScopeSheet;
import dev.curfew.model.port.Progress;
import dev.curfew.model.text.Messages;
import java.util.List;

/// Whether there are namespaces below the connected one: their tokens are in none of its lists.
final class NamespaceScope implements Scope {
    private static final Messages MESSAGES = Messages.of(NamespaceScope.class);

    @Override
    public String name() {
        return "namespaces";
    }

    @Override
    public void read(BaoSession session, ScopeSheet sheet, Progress progress) throws InterruptedException {
        BaoAnswer list = session.list("sys/namespaces");
        if (list instanceof BaoAnswer.Absent) {
            // A server without namespaces (Vault's community edition) has none below.
            return;
        }
        List<String> below = sheet.keys(list);
        if (!below.isEmpty()) {
            sheet.skip(MESSAGES.text("namespaces", below.size(), String.join(", ", below)));
        }
    }
}
