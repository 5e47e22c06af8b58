package dev.curfew.connector.openbao.observe.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.openbao.api.BaoAnswer;
import dev.curfew.connector.openbao.api.BaoSession;
import dev.curfew.connector.openbao.sheet.Scope;
import dev.curfew.connector.openbao.sheet.ScopeSheet;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.port.Progress;
import java.util.List;
import java.util.Map;

/// What access is granted to: the names in the secrets engines, with what is said of each and never their values, and
/// the paths that make tokens.
public final class PathScope implements Scope {
    /// Whoever reaches these makes tokens that outlive its own.
    private static final List<String> MINTS = List.of("auth/token/create", "auth/token/create-orphan");

    @Override
    public String name() {
        return "paths";
    }

    @Override
    public void read(BaoSession session, ScopeSheet sheet, Progress progress) throws InterruptedException {
        MINTS.forEach(path -> {
            sheet.item();
            sheet.add(Mounted.path(sheet, path, Map.of("engine", "token"), Sensitivity.HIGH, "sys/mounts"));
        });
        BaoAnswer mounts = session.read("sys/mounts");
        if (!(mounts instanceof BaoAnswer.Done done)) {
            sheet.close(mounts);
            return;
        }
        List<String> names = done.data().properties().stream()
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        for (int i = 0; i < names.size(); i++) {
            progress.at(name(), i, names.size());
            mount(session, sheet, progress, names.get(i), done.data().path(names.get(i)));
        }
    }

    private static void mount(BaoSession session, ScopeSheet sheet, Progress progress, String mount, JsonNode data)
            throws InterruptedException {
        String type = data.path("type").asText();
        boolean anything = false;
        for (Engine engine : Engine.of(data)) {
            anything |= new Mounted(session, sheet, mount, type, engine).read(progress);
        }
        if (!anything) {
            sheet.item();
            sheet.add(Mounted.path(sheet, mount + "*", Map.of("engine", type), Sensitivity.UNKNOWN, "GET sys/mounts"));
        }
    }
}
