package dev.curfew.app.wiring;

import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.breakglass.OfflineUse;
import dev.curfew.app.usecase.breakglass.handover.Handover;
import dev.curfew.app.usecase.counter.Passage;
import dev.curfew.app.usecase.exchange.LedgerParts;
import dev.curfew.app.usecase.workspace.Unlock;
import dev.curfew.app.usecase.workspace.WorkspacePlace;
import dev.curfew.app.usecase.workspace.Workspaces;
import dev.curfew.app.wiring.ledger.KeychainKeeper;
import dev.curfew.app.wiring.ledger.LedgerIdentity;
import dev.curfew.app.wiring.log.LogFile;
import dev.curfew.connector.Connectors;
import dev.curfew.connector.http.Http;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.governance.custody.HolderKeys;
import dev.curfew.governance.issue.ClocksSeen;
import dev.curfew.ledger.note.NoteSigner;
import dev.curfew.ledger.witness.CheckpointKeeper;
import dev.curfew.ledger.witness.FileKeeper;
import dev.curfew.model.text.Messages;
import dev.curfew.snapshot.crypto.SealedByPassphrase;
import dev.curfew.snapshot.export.PortableExport;
import dev.curfew.snapshot.workspace.Protection;
import dev.curfew.snapshot.workspace.Workspace;
import dev.curfew.snapshot.workspace.WorkspaceException;
import dev.curfew.snapshot.workspace.WorkspaceKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Opens and makes workspaces, and puts their parts together.
public final class WiredWorkspaces implements Workspaces {
    private final Surroundings surroundings;
    private final Touches touches = new Touches();
    private final Map<String, ClocksSeen> clocks = new ConcurrentHashMap<>();

    public WiredWorkspaces(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public WorkspacePlace usual() {
        return WorkspacePlace.at(surroundings.places().workspace());
    }

    @Override
    public boolean holdsWorkspace(Path directory) {
        try {
            Workspace.protection(directory);
            return true;
        } catch (WorkspaceException e) {
            return e.kind() != WorkspaceException.Kind.MISSING;
        }
    }

    @Override
    public boolean opensByKeychain(Path directory) {
        return Workspace.protection(directory) == Protection.KEYCHAIN;
    }

    @Override
    public boolean hasKeychain() {
        return touches.keychain().isPresent();
    }

    @Override
    public Desk open(WorkspacePlace place, Unlock unlock) {
        return furnish(Workspace.open(place.directory(), key(unlock), surroundings.clock()), workspace -> {
            CheckpointKeeper keeper = keeper(workspace, place);
            return workspace.readOnly()
                    ? Foundation.readOnly(workspace, keeper, surroundings)
                    : Foundation.writable(
                            workspace, LedgerIdentity.of(workspace.secrets(), workspace.id()), keeper, surroundings);
        });
    }

    @Override
    public Passage passage(WorkspacePlace place, Unlock unlock) {
        return new Passage(place.directory(), Workspace.sharedKey(place.directory(), key(unlock)));
    }

    @Override
    public Desk create(WorkspacePlace place, Unlock unlock) {
        return furnish(Workspace.create(place.directory(), key(unlock), surroundings.clock()), workspace -> {
            NoteSigner signer = LedgerIdentity.make(workspace.secrets(), workspace.id());
            Foundation base = Foundation.writable(workspace, signer, keeper(workspace, place), surroundings);
            base.begin();
            return base;
        });
    }

    @Override
    public Desk createFrom(Path export, WorkspacePlace place, Unlock unlock) {
        Workspace workspace = new PortableExport(surroundings.clock())
                .open(export, place.directory(), key(unlock), new LedgerParts());
        return furnish(workspace, opened -> Foundation.readOnly(opened, keeper(opened, place), surroundings));
    }

    @Override
    public <T> T openEnvelope(Path envelope, List<OfflineUse.Key> brought, WithEnvelope<T> work)
            throws InterruptedException {
        HolderKeys keys = new HolderKeys(Path.of(""), new SealedByPassphrase(), surroundings.random());
        try (Http http = new Http(HttpSettings.DEFAULTS, surroundings.clock());
                OfflineUse use = OfflineUse.open(envelope, brought, keys, Connectors.all(http, surroundings.clock()))) {
            return work.with(use);
        }
    }

    @Override
    public Handover.Opened unwrap(Path file) throws InterruptedException {
        try (Http http = new Http(HttpSettings.DEFAULTS, surroundings.clock());
                Handover handover = Handover.read(file)) {
            return handover.open(Connectors.all(http, surroundings.clock()));
        }
    }

    /// Closes the workspace again if it cannot be furnished.
    private Desk furnish(Workspace workspace, Function<Workspace, Foundation> furnishing) {
        try (Undoing undoing = new Undoing(workspace)) {
            LogFile log = undoing.add(LogFile.in(workspace.directory()));
            ClocksSeen seen = clocks.computeIfAbsent(workspace.id(), _ -> new ClocksSeen());
            Desk desk = new OpenDesk(furnishing.apply(workspace), log, surroundings, touches, seen);
            undoing.keep();
            return desk;
        }
    }

    /// Where the officer says; else in the keychain that opens the workspace; else in a file of this person's on this
    /// machine.
    private CheckpointKeeper keeper(Workspace workspace, WorkspacePlace place) {
        if (place.checkpointFile() != null) {
            return new FileKeeper(place.checkpointFile());
        }
        Path usual = surroundings.places().checkpointFile(workspace.id());
        return workspace.protection() == Protection.KEYCHAIN
                ? touches.keychain()
                        .<CheckpointKeeper>map(found -> new KeychainKeeper(found, workspace.id()))
                        .orElseGet(() -> new FileKeeper(usual))
                : new FileKeeper(usual);
    }

    private WorkspaceKey key(Unlock unlock) {
        return switch (unlock) {
            case Unlock.Passphrase passphrase ->
                new WorkspaceKey.Passphrase(passphrase.secret(), surroundings.guessing());
            case Unlock.Keychain() ->
                WorkspaceKey.keychain(touches.keychain()
                        .orElseThrow(() ->
                                new Refused(Messages.of(WiredWorkspaces.class).text("no-keychain"))));
        };
    }
}
