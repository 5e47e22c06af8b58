package dev.curfew.app.console.screen.connections;

import dev.curfew.app.usecase.source.NewConnection;
import dev.curfew.app.usecase.source.SourceStatus;
import dev.curfew.app.usecase.source.Sources;
import dev.curfew.app.usecase.source.SyncResult;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.Progress;
import java.nio.file.Path;
import java.util.List;

/// The workspace's sources as the screen asks for them.
record DeskSources(Sources sources) implements ConnectionsViewModel.SourceDesk {

    @Override
    public List<SourceStatus> list() {
        return sources.list();
    }

    @Override
    public SourceStatus connect(NewConnection wanted) {
        return sources.connect(wanted);
    }

    @Override
    public SyncResult sync(SourceName name, Progress progress) throws InterruptedException {
        return sources.sync(name, progress);
    }

    @Override
    public List<SyncResult> syncAll(Progress progress) throws InterruptedException {
        return sources.syncAll(progress);
    }

    @Override
    public SyncResult importAws(Path file, SourceName name, Progress progress) throws InterruptedException {
        return sources.importAws(file, name, progress);
    }

    @Override
    public List<SyncResult> sample(int identities, long seed, Progress progress) throws InterruptedException {
        return sources.sample(identities, seed, progress);
    }
}
