package dev.curfew.app.cli.watch;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.Foreseen;
import dev.curfew.app.usecase.Frames;
import dev.curfew.app.usecase.notice.Courier;
import dev.curfew.app.usecase.notice.LastingFault;
import dev.curfew.connector.notice.Messengers;
import dev.curfew.model.text.Messages;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has somebody told of what there is to hear of, without keeping whoever looks waiting. Receivers that fail are said,
/// and when they work again. Whatever is wrong with the telling is said too, and stops nothing else.
public final class Telling implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);
    private static final Messages MESSAGES = Messages.of(Telling.class);

    /// Whoever runs a command once waits this long for receivers.
    private static final Duration AWAIT_MAX = Duration.ofSeconds(20);

    private final Invocation invocation;
    private final Messengers messengers;
    private final Courier courier;
    private final LastingFault lasting = new LastingFault();
    private boolean failed;

    public Telling(Invocation invocation) {
        this.invocation = invocation;
        messengers = new Messengers(Clock.systemUTC(), invocation.terminal().environment());
        courier = new Courier(
                messengers,
                invocation.clock(),
                (carrier, told) -> invocation
                        .printer()
                        .note(MESSAGES.text(told.there() ? "carrier.works" : "carrier.fails", carrier, told.words())));
    }

    /// With the workspace open; what begins here goes on when it is closed.
    public void round(Desk desk) {
        Optional<RuntimeException> fault = fault(() -> {
            if (!desk.readOnly()) {
                courier.round(desk.notices());
            }
        });
        failed = fault.isPresent();
        if (!failed && lasting.isOver()) {
            invocation.printer().note(MESSAGES.text("again"));
        }
        fault.filter(lasting::isNews)
                .map(Telling::words)
                .ifPresent(words -> invocation.printer().failure(words));
    }

    /// Waits for what was begun, for a while, and enters what arrived.
    ///
    /// @return whether nothing went wrong, at the last round or now; otherwise it is told again
    public boolean finish() throws InterruptedException {
        courier.await(AWAIT_MAX);
        Optional<RuntimeException> fault = fault(() -> {
            Desk desk = invocation.desk();
            if (!desk.readOnly()) {
                courier.note(desk.notices());
            }
        });
        fault.map(Telling::words).ifPresent(words -> invocation.printer().failure(MESSAGES.text("untold", words)));
        return fault.isEmpty() && !failed;
    }

    private static Optional<RuntimeException> fault(Runnable telling) {
        try {
            telling.run();
            return Optional.empty();
        } catch (RuntimeException fault) {
            return Optional.of(fault);
        }
    }

    /// What was written for a person, or else where it went wrong, in the log: its message may quote anything.
    private static String words(RuntimeException fault) {
        if (Foreseen.of(fault).isPresent()) {
            return String.valueOf(fault.getMessage());
        }
        LOG.error("a fault in telling: {}", Frames.of(fault));
        return MESSAGES.text("fault", fault.getClass().getSimpleName());
    }

    @Override
    public void close() {
        courier.close();
        messengers.close();
    }
}
