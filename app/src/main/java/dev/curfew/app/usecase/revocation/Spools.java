package dev.curfew.app.usecase.revocation;

import dev.curfew.governance.file.PrivateFiles;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.revocation.spool.Ratifying;
import dev.curfew.revocation.spool.SpoolReader;
import dev.curfew.revocation.spool.Spooled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The spools of a workspace: what was done while its ledger could not be written, until that is entered. A spool that
/// the ledger has is kept under another name.
public final class Spools {
    private static final String RATIFIED = ".ratified";

    private final List<Path> folders;
    private final SpoolReader reader;
    private final Ratifying ratifying;

    /// @param folders where spools may be, the best first
    public Spools(List<Path> folders, SpoolReader reader, Ratifying ratifying) {
        this.folders = List.copyOf(folders);
        this.reader = reader;
        this.ratifying = ratifying;
    }

    /// Those that the ledger has not, and why others are not believed.
    ///
    /// @param doubts a sentence for each file that is no spool as its officer signed it
    public record Open(List<Spooled> spools, List<String> doubts) {
        public Open {
            spools = List.copyOf(spools);
            doubts = List.copyOf(doubts);
        }

        public Optional<Spooled> of(String planId) {
            return spools.stream()
                    .filter(one -> one.plan().plan().id().equals(planId))
                    .findFirst();
        }
    }

    public List<Path> folders() {
        return folders;
    }

    public Open open() {
        List<Spooled> spools = new ArrayList<>();
        List<String> doubts = new ArrayList<>();
        for (Path file : files()) {
            switch (reader.read(file)) {
                case Outcome.Refused<Optional<Spooled>> refused -> doubts.add(refused.words());
                case Outcome.Done<Optional<Spooled>>(Optional<Spooled> read) ->
                    read.filter(one -> !ratifying.isRatified(one)).ifPresent(spools::add);
            }
        }
        return new Open(spools, doubts);
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> all = Files.list(folder)) {
                    all.filter(file -> file.toString().endsWith(SpoolReader.ENDING))
                            .sorted()
                            .forEach(files::add);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return files;
    }

    /// Enters one, and puts the file out of the way. Cut off between the two, the ledger has it, and the file is no
    /// open spool any more.
    ///
    /// @return the plan, or as `Ratifying.ratify`
    Outcome<RevocationPlan> ratify(Spooled spooled, OfficerKey officer) {
        Outcome<RevocationPlan> entered = ratifying.ratify(spooled, officer);
        if (entered instanceof Outcome.Done) {
            Path file = spooled.file();
            try {
                PrivateFiles.move(file, file.resolveSibling(file.getFileName() + RATIFIED));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return entered;
    }
}
