package dev.curfew.app.cli;

import dev.curfew.app.cli.option.GlobalOptions;
import dev.curfew.app.cli.option.PassphraseFiles;
import dev.curfew.app.cli.option.WorkspaceUnlock;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.output.Printer;
import dev.curfew.app.cli.terminal.ProgressLine;
import dev.curfew.app.cli.terminal.Terminal;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.counter.Passage;
import dev.curfew.app.usecase.workspace.WorkspacePlace;
import dev.curfew.app.usecase.workspace.Workspaces;
import dev.curfew.model.port.Progress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One run of the command line: its options, its terminal, and its workspace, opened when a command first needs it.
public final class Invocation implements AutoCloseable {
    private final Terminal terminal;
    private final Workspaces workspaces;
    private final InstantSource clock;
    private final GlobalOptions options = new GlobalOptions();
    private final PassphraseFiles passphraseFiles;
    private @Nullable Desk desk;

    public Invocation(Terminal terminal, Workspaces workspaces, InstantSource clock) {
        this.terminal = terminal;
        passphraseFiles = new PassphraseFiles(terminal);
        this.workspaces = workspaces;
        this.clock = clock;
    }

    GlobalOptions options() {
        return options;
    }

    public Terminal terminal() {
        return terminal;
    }

    public Workspaces workspaces() {
        return workspaces;
    }

    public InstantSource clock() {
        return clock;
    }

    public WorkspacePlace place() {
        WorkspacePlace usual = workspaces.usual();
        Path directory = options.workspace() == null ? usual.directory() : options.workspace();
        Path checkpointFile = options.checkpointFile() == null ? usual.checkpointFile() : options.checkpointFile();
        return new WorkspacePlace(directory.toAbsolutePath().normalize(), checkpointFile);
    }

    public WorkspaceUnlock unlock() {
        return new WorkspaceUnlock(options, terminal, passphraseFiles, workspaces);
    }

    /// Opens the workspace, the first time it is called.
    public Desk desk() {
        Desk open = desk;
        if (open == null) {
            WorkspacePlace place = place();
            open = unlock().toOpen(place.directory(), unlock -> workspaces.open(place, unlock));
            desk = open;
        }
        return open;
    }

    /// Closes the workspace, so that others may use it meanwhile; the next call of [#desk] opens it again. Does nothing
    /// where somebody would have to be asked for the passphrase again.
    public void lend() {
        Desk lent = desk;
        if (lent != null && unlock().asksNobody(place().directory())) {
            desk = null;
            lent.close();
        }
    }

    /// The way to whoever has the workspace open.
    public Passage passage() {
        WorkspacePlace place = place();
        return unlock().toOpen(place.directory(), unlock -> workspaces.passage(place, unlock));
    }

    public Printer printer() {
        return new Printer(terminal, options.format());
    }

    /// Prints what was computed from the estate, with the estate's age and gaps.
    public <T> void list(Listing<T> listing, List<T> items) {
        printer()
                .list(
                        listing,
                        items,
                        desk().estate().current().snapshot(),
                        desk().estate().freshness());
    }

    /// Runs long work with its progress on standard error, where a person looks or progress was asked for.
    public <T> T working(LongWork<T> work) throws InterruptedException {
        boolean interactive = terminal.interactive();
        if (!interactive && !options.progress()) {
            return work.with(Progress.SILENT);
        }
        ProgressLine line = new ProgressLine(terminal.err(), interactive, clock);
        try {
            return work.with(line);
        } finally {
            line.end();
        }
    }

    /// Work that says where it stands.
    @FunctionalInterface
    public interface LongWork<T> {
        T with(Progress progress) throws InterruptedException;
    }

    @Override
    public void close() {
        if (desk != null) {
            desk.close();
        }
    }
}
