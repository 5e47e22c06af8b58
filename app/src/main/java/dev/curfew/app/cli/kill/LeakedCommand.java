package dev.curfew.app.cli.kill;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.cli.act.PreviewWords;
import dev.curfew.app.cli.use.DeedOptions;
import dev.curfew.app.usecase.revocation.leak.Leak;
import dev.curfew.app.usecase.revocation.leak.Leaks;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.ground.Cascade;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Something leaked: whose it is, how far it goes, what hangs on it. Told to the workspace, it may set off playbooks.
@Command(name = "leaked")
public final class LeakedCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(LeakedCommand.class);

    private final Invocation invocation;

    @Parameters(arity = "0..1", paramLabel = "ID", descriptionKey = "leaked.target")
    private @Nullable String target;

    @Option(names = "--tell")
    private boolean tell;

    @Mixin
    private final LeakedValue leaked = new LeakedValue();

    @Mixin
    private final DeedOptions deeds = new DeedOptions();

    public LeakedCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        return leaked.run(invocation.terminal(), this::look);
    }

    private Integer look(Optional<Secret> value) throws InterruptedException {
        if (value.isPresent() == (target != null)) {
            throw new UsageProblem(MESSAGES.text("leaked.which"));
        }
        Leaks leaks = invocation.desk().leaks();
        Leak leak = value.isPresent() ? leaks.ofValue(value.get()) : leaks.named(String.valueOf(target));
        SnapshotIndex index = invocation.desk().estate().current();
        invocation.list(
                LeakListing.LISTING,
                LeakListing.rows(
                        leak, invocation.desk().reach()::of, credential -> Cascade.perhapsBelow(index, credential)));
        PreviewWords.of(leak.preview(), invocation.clock().instant()).forEach(invocation.printer()::note);
        leak.notes().forEach(invocation.printer()::note);
        deeds.tell(invocation, leak.whose());
        if (leak.found().isEmpty()) {
            return ExitCode.REFUSED;
        }
        if (tell) {
            List<CredentialId> known = leak.found().stream()
                    .flatMap(found -> found.credential().stream())
                    .map(Credential::id)
                    .toList();
            invocation.desk().playbooks().tellLeaked(known);
            invocation.printer().note(MESSAGES.text("leaked.told", known.size()));
        }
        if (!leak.preview().isEmpty()) {
            invocation.printer().note(MESSAGES.text("leaked.next", String.join(" ", leak.ids())));
        }
        return ExitCode.DONE;
    }
}
