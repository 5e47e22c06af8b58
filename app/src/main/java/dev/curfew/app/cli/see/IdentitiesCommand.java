package dev.curfew.app.cli.see;

import dev.curfew.analysis.finding.Finding;
import dev.curfew.analysis.inventory.InventoryRow;
import dev.curfew.analysis.lifecycle.Lifecycle;
import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.FilterOptions;
import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.output.ModelJson;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.app.usecase.inventory.InventoryLine;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Lists non-human identities.
@Command(name = "identities")
public final class IdentitiesCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(IdentitiesCommand.class);

    /// @param lifecycle empty for a credential that stands for no identity
    private record Listed(InventoryLine line, Optional<Lifecycle> lifecycle) {
        InventoryRow row() {
            return line.row();
        }
    }

    private static final Listing<Listed> LISTING = new Listing<>(
            "curfew.identities/1",
            List.of(
                    Column.whole(
                            MESSAGES.text("id"), listed -> listed.row().id().text()),
                    Column.of(MESSAGES.text("kind"), listed -> listed.row().kind()),
                    Column.of(MESSAGES.text("name"), listed -> listed.line().name()),
                    Column.of(MESSAGES.text("state"), listed -> LifecycleWords.state(listed.lifecycle())),
                    Column.of(
                            MESSAGES.text("owner"),
                            listed -> ModelWords.ownership(listed.row().ownership())),
                    Column.of(
                            MESSAGES.text("credentials"),
                            listed -> Integer.toString(listed.row().credentials())),
                    Column.of(
                            MESSAGES.text("grants"),
                            listed -> Integer.toString(listed.row().grants())),
                    Column.of(
                            MESSAGES.text("last-use"),
                            listed -> ModelWords.usage(listed.row().usage())),
                    Column.of(MESSAGES.text("expires"), IdentitiesCommand::expires),
                    Column.of(MESSAGES.text("findings"), IdentitiesCommand::rules)),
            IdentitiesCommand::json,
            MESSAGES.text("identities.none"));

    /// What makes the listing end with 1.
    enum FailOn {
        finding
    }

    private final Invocation invocation;

    @Mixin
    private final FilterOptions filter = new FilterOptions();

    @Option(names = "--fail-on", paramLabel = "finding")
    private @Nullable FailOn failOn;

    public IdentitiesCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        List<InventoryLine> lines = invocation.desk().inventory().list(filter.filter());
        Map<EntityId, Lifecycle> lifecycles = invocation.desk().lifecycles().of(lines);
        invocation.list(
                LISTING,
                lines.stream()
                        .map(line -> new Listed(
                                line,
                                Optional.ofNullable(lifecycles.get(line.row().id()))))
                        .toList());
        boolean found = lines.stream().anyMatch(line -> !line.findings().isEmpty());
        return failOn != null && found ? ExitCode.REFUSED : ExitCode.DONE;
    }

    /// What has no credential has nothing that could end.
    private static String expires(Listed listed) {
        InventoryLine line = listed.line();
        return line.hasNoCredential()
                ? MESSAGES.text("expires.none")
                : ModelWords.expiry(line.row().expiry());
    }

    private static String rules(Listed listed) {
        return listed.line().findings().stream()
                .map(finding -> finding.rule().code())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static Map<String, @Nullable Object> json(Listed listed) {
        InventoryLine line = listed.line();
        InventoryRow row = line.row();
        return new Fields()
                .put("id", row.id().text())
                .put("source", row.id().source().value())
                .put("kind", row.kind())
                .put("name", row.name())
                .put("lifecycle", LifecycleWords.json(listed.lifecycle()))
                .put("ownership", ModelJson.ownership(row.ownership()))
                .put("credentials", row.credentials())
                .put("grants", row.grants())
                .put("createdAt", row.createdAt())
                .put("lastUse", ModelJson.usage(row.usage()))
                .put("expiry", line.hasNoCredential() ? null : ModelJson.expiry(row.expiry()))
                .put("tags", new TreeMap<>(row.tags()))
                .put(
                        "findings",
                        line.findings().stream().map(IdentitiesCommand::json).toList())
                .map();
    }

    private static Map<String, @Nullable Object> json(Finding finding) {
        return new Fields()
                .put("rule", finding.rule().code())
                .put("severity", finding.severity().name())
                .put("sentence", finding.sentence())
                .put("owaspNhi", finding.standards().nhi())
                .put("owaspAgentic", finding.standards().agentic())
                .put("nistCsf", finding.standards().csf())
                .put("nistControls", finding.standards().controls())
                .map();
    }
}
