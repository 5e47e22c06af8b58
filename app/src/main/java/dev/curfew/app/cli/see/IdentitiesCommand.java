package dev.curfew.app.cli.see;

import dev.curfew.analysis.finding.Finding;
import dev.curfew.analysis.inventory.InventoryRow;
import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.FilterOptions;
import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.output.ModelJson;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.app.usecase.inventory.InventoryLine;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
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

    private static final Listing<InventoryLine> LISTING = new Listing<>(
            "curfew.identities/1",
            List.of(
                    Column.whole(MESSAGES.text("id"), line -> line.row().id().text()),
                    Column.of(MESSAGES.text("kind"), line -> line.row().kind()),
                    Column.of(MESSAGES.text("name"), line -> line.row().name()),
                    Column.of(
                            MESSAGES.text("owner"),
                            line -> ModelWords.ownership(line.row().ownership())),
                    Column.of(
                            MESSAGES.text("credentials"),
                            line -> Integer.toString(line.row().credentials())),
                    Column.of(
                            MESSAGES.text("grants"),
                            line -> Integer.toString(line.row().grants())),
                    Column.of(
                            MESSAGES.text("last-use"),
                            line -> ModelWords.usage(line.row().usage())),
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
        invocation.list(LISTING, lines);
        boolean found = lines.stream().anyMatch(line -> !line.findings().isEmpty());
        return failOn != null && found ? ExitCode.REFUSED : ExitCode.DONE;
    }

    /// What has no credential has nothing that could end.
    private static String expires(InventoryLine line) {
        return line.hasNoCredential()
                ? MESSAGES.text("expires.none")
                : ModelWords.expiry(line.row().expiry());
    }

    private static String rules(InventoryLine line) {
        return line.findings().stream()
                .map(finding -> finding.rule().code())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static Map<String, @Nullable Object> json(InventoryLine line) {
        InventoryRow row = line.row();
        return new Fields()
                .put("id", row.id().text())
                .put("source", row.id().source().value())
                .put("kind", row.kind())
                .put("name", row.name())
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
