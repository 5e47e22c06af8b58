package dev.curfew.connector.openbao.observe.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.curfew.connector.openbao.api.BaoAnswer;
import dev.curfew.connector.openbao.api.BaoPath;
import dev.curfew.connector.openbao.api.BaoSession;
import dev.curfew.connector.openbao.sheet.Details;
import dev.curfew.connector.openbao.sheet.Fields;
import dev.curfew.connector.openbao.sheet.Folders;
import dev.curfew.connector.openbao.sheet.ScopeSheet;
import dev.curfew.connector.sheet.Json;
import dev.curfew.connector.sheet.Parallel;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.port.Progress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One engine at its mount.
///
/// @param mount ends in a slash
/// @param type of the engine, as OpenBao calls it
record Mounted(BaoSession session, ScopeSheet sheet, String mount, String type, Engine engine) {
    private static final String DATABASE = "db-name";

    /// @return whether there is anything in it
    boolean read(Progress progress) throws InterruptedException {
        String root = mount + engine.list();
        List<String> found =
                Folders.leaves(List.of(root), folder -> session.list(BaoPath.encode(folder)), session, sheet);
        Map<String, String> common = found.isEmpty() ? Map.of() : common();
        Databases databases = new Databases(session, sheet, mount);
        List<BaoAnswer> details = engine.kept().isEmpty() ? List.of() : details(found, progress);
        for (int i = 0; i < found.size(); i++) {
            Map<String, String> tags = new TreeMap<>(common);
            if (i >= details.size() || said(details.get(i), tags)) {
                if (engine.namesDatabases() && tags.containsKey(DATABASE)) {
                    tags.putAll(databases.of(tags.getOrDefault(DATABASE, "")));
                }
                add(found.get(i).substring(root.length()), tags, root);
            }
        }
        return !found.isEmpty();
    }

    private Map<String, String> common() throws InterruptedException {
        Map<String, String> tags = new TreeMap<>();
        tags.put("engine", type);
        if (!engine.config().isEmpty()) {
            BaoAnswer answer = session.read(BaoPath.encode(mount + engine.config()));
            JsonNode config = answer instanceof BaoAnswer.Done done ? done.data() : MissingNode.getInstance();
            if (!(answer instanceof BaoAnswer.Done || answer instanceof BaoAnswer.Empty)) {
                sheet.miss(answer.words());
            }
            put(tags, Fields.said(config, engine.configured()));
        }
        return tags;
    }

    private List<BaoAnswer> details(List<String> found, Progress progress) throws InterruptedException {
        List<String> some = found.size() <= Details.ITEMS_MAX ? found : found.subList(0, Details.ITEMS_MAX);
        if (some.size() < found.size()) {
            sheet.leaveOut(found.size() - some.size(), Details.ITEMS_MAX);
        }
        return Parallel.map(
                session.callsMax(),
                some,
                name -> session.read(BaoPath.encode(name)),
                done -> progress.at(sheet.scope(), done, some.size()));
    }

    /// A thing of which nothing may be read is there all the same; one that is gone since it was listed is not.
    private boolean said(BaoAnswer answer, Map<String, String> tags) {
        return switch (answer) {
            case BaoAnswer.Done done -> {
                sheet.item();
                put(tags, Fields.said(done.data(), engine.kept()));
                Json.textMap(done.data().path("custom_metadata"))
                        .forEach((key, value) -> tags.put("meta:" + key, value));
                tags.remove("custom-metadata");
                yield true;
            }
            case BaoAnswer.Empty _, BaoAnswer.Absent _ -> false;
            case BaoAnswer.Refused _,
                    BaoAnswer.Rejected _,
                    BaoAnswer.Throttled _,
                    BaoAnswer.Failed _,
                    BaoAnswer.Silent _,
                    BaoAnswer.Foreign _ -> {
                sheet.miss(answer.words());
                yield true;
            }
        };
    }

    private void put(Map<String, String> tags, Map<String, String> said) {
        said.forEach((name, value) -> tags.put(engine.prefix() + name, value));
    }

    private void add(String name, Map<String, String> tags, String root) {
        for (String use : engine.uses()) {
            sheet.add(path(sheet, mount + use + name, tags, Sensitivity.UNKNOWN, "LIST " + root));
        }
        if (engine.kept().isEmpty()) {
            sheet.item();
        }
    }

    static Resource path(
            ScopeSheet sheet, String path, Map<String, String> tags, Sensitivity sensitivity, String origin) {
        Map<String, String> document = new TreeMap<>(tags);
        document.put("path", path);
        return new Resource(
                new ResourceId(sheet.source(), "path/" + path),
                "openbao.path",
                path,
                sensitivity,
                tags,
                sheet.from(origin, Json.text(document)));
    }
}
