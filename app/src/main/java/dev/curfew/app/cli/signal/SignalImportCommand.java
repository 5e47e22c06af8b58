package dev.curfew.app.cli.signal;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.usecase.Outcomes;
import dev.curfew.app.usecase.signal.SignalCase;
import dev.curfew.app.usecase.signal.Signals;
import dev.curfew.connector.http.Http;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.connector.signal.Delivery;
import dev.curfew.connector.signal.EventTokens;
import dev.curfew.connector.signal.TipVerdict;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.signal.SenderBook.Admitted;
import dev.curfew.governance.signal.SignalBook.Receipt;
import dev.curfew.model.signal.Sender;
import dev.curfew.model.signal.Tip;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Takes a signal from a file, where its sender cannot reach this machine. It has to be signed all the same.
@Command(name = "import")
public final class SignalImportCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(SignalImportCommand.class);

    private final Invocation invocation;

    @Parameters(paramLabel = "FILE", descriptionKey = "signal.file")
    private Path file = Path.of("");

    @Option(names = "--sender", paramLabel = "NAME", required = true)
    private String name = "";

    @Option(names = "--signature", paramLabel = "TEXT")
    private String signature = "";

    public SignalImportCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        byte[] bytes = read();
        Signals signals = invocation.desk().signals();
        List<Receipt> receipts = Outcomes.require(take(signals, bytes));
        Set<String> ids =
                receipts.stream().map(receipt -> receipt.taken().signal().id()).collect(Collectors.toSet());
        List<SignalCase> taken = signals.list().stream()
                .filter(one -> ids.contains(one.taken().signal().id()))
                .toList();
        invocation.printer().list(SignalListing.LISTING, taken);
        if (receipts.stream().anyMatch(Receipt::known)) {
            invocation.printer().note(MESSAGES.text("import.known"));
        }
        return ExitCode.DONE;
    }

    private byte[] read() {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(Delivery.BYTES_MAX + 1);
        } catch (IOException e) {
            throw new UsageProblem(MESSAGES.text("unreadable", file.toString()), e);
        }
    }

    private Outcome<List<Receipt>> take(Signals signals, byte[] bytes) throws InterruptedException {
        Optional<Sender> sender = signals.senders().find(name).map(Admitted::sender);
        if (sender.isEmpty()) {
            return Outcome.refused(Refusal.UNKNOWN_SENDER, name);
        }
        return switch (sender.get().proof()) {
            case Sender.Proof.Shared _ -> signals.deliver(name, new Delivery(signature, bytes));
            case Sender.Proof.Transmitter transmitter -> token(signals, sender.get(), transmitter, bytes);
        };
    }

    private Outcome<List<Receipt>> token(
            Signals signals, Sender sender, Sender.Proof.Transmitter transmitter, byte[] bytes)
            throws InterruptedException {
        String token = new String(bytes, StandardCharsets.US_ASCII);
        try (Http http = new Http(HttpSettings.DEFAULTS, Clock.systemUTC())) {
            EventTokens tokens = new EventTokens(http, invocation.clock());
            return switch (tokens.read(token, transmitter, EventTokens.FILE_AGE_MAX)) {
                case TipVerdict.Proven(List<Tip> tips) -> signals.enter(sender, tips);
                case TipVerdict.Refused(TipVerdict.Why why, String words) -> Signals.refused(name, why, words);
                case TipVerdict.Unavailable(String detail) -> Outcome.refused(Refusal.SIGNAL_UNPROVEN, name, detail);
            };
        }
    }
}
