package dev.curfew.app.cli.connect;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.cli.connection.CheckWords;
import dev.curfew.app.cli.option.HelpText;
import dev.curfew.app.cli.option.SecretFile;
import dev.curfew.app.cli.option.SettingOptions;
import dev.curfew.app.cli.option.SourceNameText;
import dev.curfew.app.usecase.source.NewConnection;
import dev.curfew.app.usecase.source.SourceStatus;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.kind.AddressForm;
import dev.curfew.model.kind.AddressProblem;
import dev.curfew.model.kind.SourceKind;
import dev.curfew.model.text.Messages;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Connects a source of one kind, by the kind's description.
@Command
public final class ConnectKindCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(ConnectKindCommand.class);

    private final Invocation invocation;
    private final SourceKind kind;
    private final SettingOptions settings;
    private final OptionSpec readCredential;
    private final OptionSpec actCredential = credential("--act-credential").build();

    @Parameters(arity = "0..1", paramLabel = "NAME", descriptionKey = "connect.name", converter = SourceNameText.class)
    private @Nullable SourceName name;

    @Option(names = "--address", paramLabel = "URL")
    private @Nullable URI address;

    @Option(names = "--no-check")
    private boolean noCheck;

    @Option(names = "--check", descriptionKey = "connect.check")
    private boolean check;

    @Option(names = "--acting", descriptionKey = "connect.acting")
    private boolean acting;

    private ConnectKindCommand(Invocation invocation, SourceKind kind) {
        this.invocation = invocation;
        this.kind = kind;
        settings = new SettingOptions(kind.settings());
        readCredential = credential("--read-credential").build();
    }

    private static OptionSpec.Builder credential(String option) {
        return OptionSpec.builder(option).type(Path.class).paramLabel("FILE");
    }

    /// The command for one kind of server.
    public static CommandLine of(Invocation invocation, SourceKind kind) {
        ConnectKindCommand command = new ConnectKindCommand(invocation, kind);
        CommandSpec spec = CommandSpec.forAnnotatedObject(command);
        command.settings.addTo(spec);
        if (kind.credentials().taken()) {
            spec.addOption(command.readCredential);
        }
        if (kind.abilities().acts()) {
            spec.addOption(command.actCredential);
        }
        spec.usageMessage().description(HelpText.of(kind.about())).footer(HelpText.example(kind.example()));
        return new CommandLine(spec);
    }

    @Override
    public Integer call() throws InterruptedException {
        if (check) {
            return needs();
        }
        if (acting) {
            throw new UsageProblem(MESSAGES.text("connect.acting-alone"));
        }
        if (name == null || address == null || (kind.credentials().required() && readCredential.getValue() == null)) {
            throw new UsageProblem(MESSAGES.text("connect.missing", kind.example()));
        }
        Map<String, String> given = settings.values();
        requireUsable(address, given);
        SecretFile.Pair credentials = SecretFile.both(readCredential.getValue(), actCredential.getValue());
        SourceStatus status = invocation
                .desk()
                .sources()
                .connect(new NewConnection(name, kind.id(), address, credentials.read(), credentials.act(), given));
        invocation.printer().list(SourcesListing.LISTING, List.of(status));
        if (!noCheck) {
            CheckWords.note(invocation, name);
        }
        invocation.printer().note(MESSAGES.text("connect.next", name));
        return ExitCode.DONE;
    }

    /// As it stands in a file, for whoever administers the source.
    private int needs() {
        String needs = kind.needs(acting)
                .orElseThrow(() -> new UsageProblem(MESSAGES.text("connect.needs-nothing", kind.called())));
        invocation.terminal().out().print(needs);
        invocation.terminal().out().flush();
        return ExitCode.DONE;
    }

    /// What could never be reached is refused before anything is kept.
    private void requireUsable(URI at, Map<String, String> given) {
        if (!(kind.address() instanceof AddressForm.Server server)) {
            throw new IllegalStateException("only servers are connected");
        }
        Optional<AddressProblem> problem = server.problem(at, given);
        if (problem.isPresent()) {
            throw new UsageProblem(words(problem.get(), at, server));
        }
    }

    private String words(AddressProblem problem, URI at, AddressForm.Server server) {
        return switch (problem) {
            case SHAPE -> MESSAGES.text("connect.address", at, kind.addressExample());
            case USER -> MESSAGES.text("connect.user", at.getHost());
            case PLAIN ->
                MESSAGES.text("connect.plain", at.getHost(), server.secure().getFirst(), option(server.allowing()));
        };
    }

    private String option(String setting) {
        return kind.setting(setting).map(it -> it.option()).orElse(setting);
    }
}
