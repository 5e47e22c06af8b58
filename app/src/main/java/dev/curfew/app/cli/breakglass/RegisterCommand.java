package dev.curfew.app.cli.breakglass;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.cli.option.DurationText;
import dev.curfew.app.cli.option.HolderOptions;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.app.cli.option.SecretFile;
import dev.curfew.app.cli.option.SourceNameText;
import dev.curfew.app.usecase.breakglass.BreakGlassCase;
import dev.curfew.app.usecase.breakglass.NewPath;
import dev.curfew.governance.breakglass.AlertPlan;
import dev.curfew.model.breakglass.Alerts.Receiver;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.text.Messages;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Registers a break-glass path: its credential is replaced, and the new one sealed to its holders.
@Command(name = "register")
public final class RegisterCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(RegisterCommand.class);

    private final Invocation invocation;

    @Parameters(paramLabel = "NAME", descriptionKey = "break-glass.new")
    private String name = "";

    @Option(
            names = "--source",
            paramLabel = "SOURCE",
            required = true,
            converter = SourceNameText.class,
            descriptionKey = "break-glass.source")
    private SourceName source = new SourceName("none");

    @Option(names = "--credential-file", paramLabel = "FILE", required = true)
    private Path credential = Path.of("");

    @Option(names = "--canary", paramLabel = "PLACE", required = true)
    private String canary = "";

    @Option(names = "--threshold", paramLabel = "COUNT", defaultValue = "2")
    private int threshold = 2;

    @Option(names = "--every", paramLabel = "TIME", defaultValue = "30d", converter = DurationText.class)
    private Duration every = Duration.ofDays(30);

    @Option(names = "--review-within", paramLabel = "TIME", defaultValue = "1d", converter = DurationText.class)
    private Duration reviewWithin = Duration.ofDays(1);

    @Option(names = "--alert", paramLabel = "URL")
    private @Nullable URI alert;

    @Option(names = "--allow-private-addresses", descriptionKey = "allow-private-addresses")
    private boolean privateAllowed;

    @Option(names = "--alert-raised-by-source")
    private boolean raisedBySource;

    @Option(names = "--alert-within", paramLabel = "TIME", defaultValue = "30s", converter = DurationText.class)
    private Duration alertWithin = Duration.ofSeconds(30);

    @Mixin
    private final HolderOptions holders = new HolderOptions();

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public RegisterCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        NewPath order = order();
        BreakGlassCase made;
        try (Secret secret = SecretFile.read(credential)) {
            made = officer.run(
                    invocation.terminal(),
                    login -> holders.run(
                            invocation.terminal(),
                            held -> invocation.desk().breakGlasses().register(login, held, order, secret)));
        }
        invocation.printer().list(PathListing.LISTING, List.of(made));
        invocation
                .printer()
                .note(MESSAGES.text("registered", credential, made.path().name()));
        made.shared().forEach(invocation.printer()::note);
        return ExitCode.DONE;
    }

    private NewPath order() {
        if (!every.isPositive() || !reviewWithin.isPositive()) {
            throw new UsageProblem(MESSAGES.text("times"));
        }
        return new NewPath(name, source, canary, threshold, every, reviewWithin, alert());
    }

    private @Nullable AlertPlan alert() {
        if (alert != null && alert.getUserInfo() != null) {
            throw new UsageProblem(MESSAGES.text("alert.login"));
        }
        try {
            return alert == null
                    ? null
                    : new AlertPlan(new Receiver(alert, privateAllowed), raisedBySource, alertWithin);
        } catch (IllegalArgumentException e) {
            throw new UsageProblem(MESSAGES.text("alert.address", alert), e);
        }
    }
}
