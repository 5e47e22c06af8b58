package dev.curfew.app.cli.watch;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.notice.Courier;
import dev.curfew.connector.notice.Messengers;
import dev.curfew.model.text.Messages;
import java.time.Clock;
import java.time.Duration;

/// Has somebody told of what there is to hear of, without keeping whoever looks waiting. Receivers that fail are said,
/// and when they work again.
public final class Telling implements AutoCloseable {
    private static final Messages MESSAGES = Messages.of(Telling.class);

    /// Whoever runs a command once waits this long for receivers.
    private static final Duration AWAIT_MAX = Duration.ofSeconds(20);

    private final Invocation invocation;
    private final Messengers messengers;
    private final Courier courier;
    private String said = "";

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

    /// With the workspace open; what begins here goes on when it is closed. Whoever looks goes on looking, whatever is
    /// wrong.
    public void round(Desk desk) {
        try {
            if (!desk.readOnly()) {
                courier.round(desk.notices());
            }
        } catch (Refused e) {
            if (!e.getMessage().equals(said)) {
                said = e.getMessage();
                invocation.printer().failure(said);
            }
        }
    }

    /// Waits for what was begun, for a while, and enters what arrived.
    public void finish() throws InterruptedException {
        courier.await(AWAIT_MAX);
        Desk desk = invocation.desk();
        if (!desk.readOnly()) {
            courier.note(desk.notices());
        }
    }

    @Override
    public void close() {
        courier.close();
        messengers.close();
    }
}
