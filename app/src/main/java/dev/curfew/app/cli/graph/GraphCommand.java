package dev.curfew.app.cli.graph;

import dev.curfew.analysis.graph.estate.EstateGraph;
import dev.curfew.analysis.graph.part.GraphPart;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.cli.option.NewFileCommand;
import dev.curfew.app.cli.see.StartOptions;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.reach.export.GraphFiles;
import dev.curfew.app.usecase.reach.export.GraphForm;
import dev.curfew.model.text.Messages;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Writes the access graph, or the part of it that somebody reaches or is reached from, for other tools.
@Command(name = "graph")
public final class GraphCommand extends NewFileCommand {
    private static final Messages MESSAGES = Messages.of(GraphCommand.class);

    private final Invocation invocation;

    @Option(names = "--as", paramLabel = "FORM", descriptionKey = "graph.as")
    private @Nullable GraphForm form;

    @Option(names = "--from", paramLabel = "ID", descriptionKey = "graph.from")
    private List<String> from = List.of();

    @Option(names = "--to", paramLabel = "ID", descriptionKey = "graph.to")
    private List<String> to = List.of();

    @Mixin
    private final StartOptions several = new StartOptions();

    public GraphCommand(Invocation invocation) {
        super(invocation);
        this.invocation = invocation;
    }

    @Override
    protected String write(Desk desk, Path file) {
        GraphForm asked = form == null ? ofEnding(file) : form;
        GraphPart part = part(desk.reach().access());
        GraphFiles.create(file, asked, part);
        return MESSAGES.text(
                "graph.written", file, part.entities().size(), part.edges().size());
    }

    private GraphPart part(EstateGraph graph) {
        boolean forward = !from.isEmpty() || several.given();
        if (forward && !to.isEmpty()) {
            throw new UsageProblem(MESSAGES.text("graph.both"));
        }
        if (!to.isEmpty()) {
            return GraphPart.to(graph, several.among(invocation, to));
        }
        return forward ? GraphPart.from(graph, several.among(invocation, from)) : GraphPart.whole(graph);
    }

    private static GraphForm ofEnding(Path file) {
        return Arrays.stream(GraphForm.values())
                .filter(each -> String.valueOf(file.getFileName()).endsWith(each.ending()))
                .findFirst()
                .orElseThrow(() -> new UsageProblem(MESSAGES.text("graph.ending", file)));
    }
}
