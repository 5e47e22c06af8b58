package dev.curfew.connector.cartography;

import dev.curfew.connector.tree.JsonInput;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.connector.tree.Node;
import dev.curfew.connector.tree.Place;
import dev.curfew.connector.tree.Problem;
import dev.curfew.connector.tree.Reading;
import dev.curfew.model.port.Progress;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads what `apoc.export.json` writes as JSON lines, or as one list of the same
/// (neo4j.com/docs/apoc/current/export/json): `{"type":"node","id":…,"labels":[…],"properties":{…}}` and
/// `{"type":"relationship","label":…,"start":{"id":…},"end":{"id":…}}`. Refuses what is not exactly that, because half
/// a graph looks like one whose other half nobody reaches.
final class ExportFile {
    private static final Messages MESSAGES = Messages.of(ExportFile.class);
    private static final int PROGRESS_EVERY = 5_000;

    /// Nodes and relationships in memory.
    private static final int ITEMS_MAX = 5_000_000;

    /// What is kept of nodes: the others may hold anything.
    private static final Set<String> PROPERTIES = Set.of(
            "id",
            "arn",
            "name",
            "path",
            "userid",
            "roleid",
            "groupid",
            "createdate",
            "type",
            "effect",
            "action",
            "notaction",
            "resource",
            "notresource",
            "condition",
            "sid",
            "accesskeyid",
            "status",
            "lastuseddate",
            "lastusedservice",
            "lastusedregion",
            "key",
            "value");

    /// What is kept of relationships: of trust, since Cartography keeps that.
    private static final Set<String> OF_LINKS = Set.of("has_condition", "conditions");

    private ExportFile() {}

    /// @throws MalformedException where the file is not what it should be: with line, column and JSON path
    static Export read(InputStream bytes, Progress progress) throws IOException, InterruptedException {
        Export export = new Export();
        try (JsonInput input = JsonInput.of(bytes)) {
            long read = 0;
            for (Node node = input.nextOfMany(); node != null; node = input.nextOfMany()) {
                take(node, export);
                read++;
                if (export.size() > ITEMS_MAX) {
                    throw new MalformedException(Problem.LIMIT, node.place(), MESSAGES.text("limit.items", ITEMS_MAX));
                }
                if (read % PROGRESS_EVERY == 0) {
                    progress.at(MESSAGES.text("items"), read, -1);
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                }
            }
        }
        if (export.isEmpty()) {
            throw new MalformedException(Problem.FOREIGN, Place.document(), MESSAGES.text("expected.file"));
        }
        return export;
    }

    private static void take(Node node, Export export) {
        Reading item = Reading.of(node);
        switch (item.optionalText("type").orElse("")) {
            case "node" -> node(item, export);
            case "relationship" -> link(item, export);
            default -> throw new MalformedException(Problem.FOREIGN, node.place(), MESSAGES.text("expected.file"));
        }
    }

    private static void node(Reading item, Export export) {
        List<String> labels = item.list("labels", Reading::textOf);
        Optional<Label> label = Label.of(labels);
        if (label.isPresent()) {
            export.add(item.text("id"), new Thing(label.get(), item.texts("properties", PROPERTIES)));
        } else {
            export.pass(labels.isEmpty() ? "?" : labels.getFirst());
        }
    }

    private static void link(Reading item, Export export) {
        String name = item.text("label");
        String start = Reading.of(item.require("start")).text("id");
        String end = Reading.of(item.require("end")).text("id");
        Optional<Link.Type> type = Link.Type.of(name);
        if (type.isPresent()) {
            export.add(new Link(type.get(), start, end, item.texts("properties", OF_LINKS)));
        } else {
            export.pass(name);
        }
    }
}
