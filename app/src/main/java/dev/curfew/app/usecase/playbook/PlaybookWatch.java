package dev.curfew.app.usecase.playbook;

import dev.curfew.app.usecase.Repeated;
import dev.curfew.app.usecase.notice.LastingFault;
import dev.curfew.revocation.reaction.Reacted;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has playbooks react while a workspace is open, on a thread of its own, as `curfew watch` does, which an open
/// workspace keeps out. What fails is in the log, once, and is tried again.
public final class PlaybookWatch implements AutoCloseable {
    /// As `curfew watch` looks.
    public static final Duration EVERY = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(PlaybookWatch.class);

    private final Playbooks playbooks;
    private final Reactions reactions;
    private final Consumer<Reacted> told;
    private final Untold untold = new Untold();
    private final Repeated looks;

    /// @param told what playbooks did, and what they are for and did not do, each once and as it happens; from
    ///     another thread
    /// @param every how long from one look to the next
    public PlaybookWatch(Playbooks playbooks, InstantSource clock, Consumer<Reacted> told, Duration every) {
        this.playbooks = playbooks;
        this.told = told;
        reactions = new Reactions(clock);
        looks = LastingFault.logged(LOG, "playbooks do not react", "playbooks", every, this::look);
    }

    private void look() throws InterruptedException {
        if (reactions.isDue(playbooks)) {
            reactions.react(playbooks, this::tell);
        }
    }

    private void tell(Reacted one) {
        if (isPlaybooks(one) && untold.isNews(one)) {
            told.accept(one);
        }
    }

    /// What no playbook is for is a finding as any other, and shown as these are.
    private static boolean isPlaybooks(Reacted one) {
        return !(one instanceof Reacted.Told);
    }

    /// Returns when nothing of it uses the workspace any more.
    @Override
    public void close() {
        looks.close();
    }
}
