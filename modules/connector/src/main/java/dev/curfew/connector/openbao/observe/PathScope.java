package dev.curfew.connector.openbao.observe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.openbao.api.BaoAnswer;
import dev.curfew.connector.openbao.api.BaoPath;
import dev.curfew.connector.openbao.api.BaoSession;
import dev.curfew.connector.openbao.sheet.Folders;
import dev.curfew.connector.openbao.sheet.ScopeSheet;
import dev.curfew.connector.sheet.Json;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.port.Progress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What access is granted to: the names in the secrets engines, never their values, and the paths that make tokens.
final class PathScope implements Scope {
    /// Whoever reaches these makes tokens that outlive its own.
    private static final List<String> MINTS = List.of("auth/token/create", "auth/token/create-orphan");

    @Override
    public String name() {
        return "paths";
    }

    @Override
    public void read(BaoSession session, ScopeSheet sheet, Progress progress) throws InterruptedException {
        MINTS.forEach(path -> path(sheet, path, "token", Sensitivity.HIGH, "sys/mounts"));
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
            mount(session, sheet, names.get(i), done.data().path(names.get(i)));
        }
    }

    private void mount(BaoSession session, ScopeSheet sheet, String mount, JsonNode data) throws InterruptedException {
        String type = data.path("type").asText();
        Optional<Engine> engine = Engine.of(data);
        if (engine.isEmpty()) {
            path(sheet, mount + "*", type, Sensitivity.UNKNOWN, "GET sys/mounts");
            return;
        }
        String root = mount + engine.get().list();
        List<String> found =
                Folders.leaves(List.of(root), folder -> session.list(BaoPath.encode(folder)), session, sheet);
        for (String leaf : found) {
            String name = leaf.substring(root.length());
            path(sheet, mount + engine.get().use() + name, type, Sensitivity.UNKNOWN, "LIST " + root);
        }
        if (found.isEmpty()) {
            path(sheet, mount + "*", type, Sensitivity.UNKNOWN, "GET sys/mounts");
        }
    }

    private static void path(ScopeSheet sheet, String path, String engine, Sensitivity sensitivity, String origin) {
        sheet.item();
        sheet.add(new Resource(
                new ResourceId(sheet.source(), "path/" + path),
                "openbao.path",
                path,
                sensitivity,
                Map.of("engine", engine),
                sheet.from(origin, Json.text(Map.of("path", path, "engine", engine)))));
    }
}
