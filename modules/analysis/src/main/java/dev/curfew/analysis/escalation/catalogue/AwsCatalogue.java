package dev.curfew.analysis.escalation.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.analysis.escalation.catalogue.Way.Become;
import dev.curfew.analysis.escalation.catalogue.Way.NewRole;
import dev.curfew.analysis.escalation.catalogue.Way.OwnRights;
import dev.curfew.analysis.escalation.catalogue.Way.PassRole;
import dev.curfew.analysis.escalation.catalogue.Way.Raise;
import dev.curfew.analysis.escalation.catalogue.Way.StackSet;
import dev.curfew.analysis.escalation.catalogue.Way.UseExisting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads `escalation-methods.json`.
public final class AwsCatalogue {
    private static final String RESOURCE = "escalation-methods.json";

    private AwsCatalogue() {}

    public static List<Method<Way>> packaged() {
        List<Method<Way>> methods = new ArrayList<>();
        for (JsonNode node : CatalogueFile.read(RESOURCE).path("methods")) {
            methods.add(new Method<>(
                    CatalogueFile.text(node, "id"),
                    CatalogueFile.texts(node, "permissions"),
                    way(node.path("way")),
                    CatalogueFile.words(node)));
        }
        return methods;
    }

    private static Way way(JsonNode way) {
        String kind = CatalogueFile.text(way, "kind");
        return switch (kind) {
            case "own-rights" -> new OwnRights(change(way), CatalogueFile.text(way, "of"));
            case "become" -> new Become(entry(way));
            case "raise" -> new Raise(change(way), entry(way));
            case "new-role" -> new NewRole(change(way));
            case "pass-role" ->
                new PassRole(
                        CatalogueFile.texts(way, "services"),
                        way.path("instanceProfile").asBoolean(),
                        launches(way),
                        target(way.path("existing")),
                        way.path("cluster").asBoolean());
            case "use-existing" ->
                new UseExisting(
                        existing(way),
                        CatalogueFile.texts(way, "services"),
                        way.path("instanceProfile").asBoolean(),
                        launches(way),
                        CatalogueFile.texts(way, "roleNeeds"));
            case "stack-set" ->
                new StackSet(CatalogueFile.texts(way, "services"), launches(way), target(way.path("existing")));
            default -> throw new IllegalArgumentException("no kind of way: " + kind);
        };
    }

    private static Change change(JsonNode way) {
        return Change.valueOf(constant(way, "change"));
    }

    private static Entry entry(JsonNode way) {
        return Entry.valueOf(constant(way, "entry"));
    }

    private static String constant(JsonNode way, String name) {
        return CatalogueFile.text(way, name).toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static @Nullable Target target(JsonNode node) {
        return node.isMissingNode() ? null : existing(node);
    }

    private static Target existing(JsonNode node) {
        return new Target(
                CatalogueFile.text(node, "what"),
                CatalogueFile.text(node, "pattern"),
                CatalogueFile.texts(node, "actions"));
    }

    private static List<Launch> launches(JsonNode way) {
        List<Launch> launches = new ArrayList<>();
        way.path("launches")
                .forEach(node -> launches.add(
                        new Launch(CatalogueFile.texts(node, "on"), CatalogueFile.texts(node, "actions"))));
        return launches;
    }
}
