package dev.curfew.app.cli.see;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.cli.option.TextFile;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.estate.Estate;
import dev.curfew.app.usecase.estate.Several;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.text.Messages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/// Several things at once, besides those that are typed one by one: what somebody owns, and what a list names.
public final class StartOptions {
    private static final Messages MESSAGES = Messages.of(StartOptions.class);

    /// As many lines as are looked at, with the longest ids there are.
    private static final int BYTES_MAX = 4 << 20;

    @Option(names = "--owner", paramLabel = "OWNER", descriptionKey = "start.owner")
    private List<String> owners = List.of();

    @Option(names = "--file", paramLabel = "LIST", descriptionKey = "start.file")
    private List<Path> files = List.of();

    /// Whether any of these was given.
    public boolean given() {
        return !owners.isEmpty() || !files.isEmpty();
    }

    /// What is typed, then what is owned, then what is listed, each once.
    ///
    /// @param typed ids
    /// @throws UsageProblem if nothing is named, or a list cannot be read
    /// @throws Refused if one of them names nothing, or a policy is among several
    public List<EntityId> among(Invocation invocation, List<String> typed) {
        if (typed.isEmpty() && !given()) {
            throw new UsageProblem(MESSAGES.text("start.none"));
        }
        Estate estate = invocation.desk().estate();
        Set<EntityId> ids = new LinkedHashSet<>();
        typed.forEach(id -> ids.add(Named.in(estate, id)));
        owners.forEach(owner -> ids.addAll(owned(estate, owner)));
        files.forEach(file -> ids.addAll(listed(invocation, file)));
        if (ids.size() > 1 && ids.stream().anyMatch(PolicyId.class::isInstance)) {
            throw new Refused(MESSAGES.text("start.policy"));
        }
        return new ArrayList<>(ids);
    }

    private static List<EntityId> owned(Estate estate, String owner) {
        List<EntityId> ids = Several.ownedBy(estate.current(), owner).ids();
        if (ids.isEmpty()) {
            throw new Refused(MESSAGES.text("start.owner.none", owner));
        }
        return ids;
    }

    private static List<EntityId> listed(Invocation invocation, Path file) {
        List<String> lines = Several.lines(TextFile.read(file, BYTES_MAX));
        if (lines.size() > Several.LINES_MAX) {
            throw new UsageProblem(MESSAGES.text("start.file.long", file, lines.size(), Several.LINES_MAX));
        }
        Several listed = Several.listed(lines, invocation.desk().estate()::find);
        if (listed.ids().isEmpty()) {
            throw new Refused(MESSAGES.text("start.file.none", file, lines.size()));
        }
        if (!listed.linesUnnamed().isEmpty()) {
            String unnamed = listed.linesUnnamed().stream().map(String::valueOf).collect(Collectors.joining(", "));
            invocation.printer().note(MESSAGES.text("start.file.unnamed", file, unnamed));
        }
        return listed.ids();
    }
}
