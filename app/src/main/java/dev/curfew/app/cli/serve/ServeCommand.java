package dev.curfew.app.cli.serve;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.cli.serve.http.Door;
import dev.curfew.app.usecase.counter.Errand;
import dev.curfew.app.usecase.counter.Slip;
import dev.curfew.connector.http.Http;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.connector.signal.EventTokens;
import dev.curfew.connector.workload.OidcTokens;
import dev.curfew.governance.workload.WorkloadTrust;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Answers pipelines that ask for access, on this machine's loopback address, until it is stopped.
@Command(name = "serve")
public final class ServeCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(ServeCommand.class);

    /// Whoever asks waits for the issuer too; its keys are a few kilobytes.
    private static final HttpSettings ISSUERS =
            new HttpSettings(Duration.ofSeconds(3), Duration.ofSeconds(5), 1024 * 1024, 2, Duration.ofSeconds(1), 4);

    private static final int PORT_MAX = 65_535;

    private final Invocation invocation;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8743")
    private int port;

    @Mixin
    private final TlsOptions tls = new TlsOptions();

    public ServeCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (!invocation.unlock().asksNobody(invocation.place().directory())) {
            throw new UsageProblem(MESSAGES.text("asks"));
        }
        if (port < 0 || port > PORT_MAX) {
            throw new UsageProblem(MESSAGES.text("port", String.valueOf(port)));
        }
        try (Turns turns = new Turns(invocation)) {
            return serve(turns);
        }
    }

    private int serve(Turns turns) throws InterruptedException {
        Trusts trusts = new Trusts(turns);
        Slip slip = turns.take(new Errand.Trusts());
        if (slip.kind() == Slip.Kind.NOT_DONE) {
            throw new UsageProblem(MESSAGES.text("read-only"));
        }
        List<WorkloadTrust> first = trusts.hear(slip);
        KnownSenders senders = new KnownSenders(turns);
        if (first.isEmpty() && senders.current().isEmpty()) {
            throw new UsageProblem(MESSAGES.text("nobody"));
        }
        try (Http http = new Http(ISSUERS, Clock.systemUTC())) {
            Callers callers = new Callers(trusts, new OidcTokens(http, invocation.clock()));
            BiConsumer<String, String> told = (words, whose) -> say("asked", words, whose);
            Signalling signals = new Signalling(turns, senders, new EventTokens(http, invocation.clock()), told);
            Api api = new Api(turns, trusts, callers, signals, told);
            try (Door door = Door.open(port, tls.context(first), api, frames -> say("fault", frames))) {
                say("serving", door.address());
                new CountDownLatch(1).await();
            }
        } catch (IOException e) {
            throw new UsageProblem(MESSAGES.text("port", String.valueOf(port)), e);
        }
        return ExitCode.DONE;
    }

    /// Many say something at once.
    private synchronized void say(String key, Object... arguments) {
        invocation.printer().note(MESSAGES.text(key, arguments));
    }
}
