package dev.curfew.app.wiring;

import dev.curfew.app.usecase.officer.Officers;
import dev.curfew.app.usecase.signal.Senders;
import dev.curfew.app.usecase.signal.Signals;
import dev.curfew.app.usecase.source.ConnectionSecrets;
import dev.curfew.app.usecase.source.Connections;
import dev.curfew.app.usecase.source.Reading;
import dev.curfew.app.usecase.source.Sources;
import dev.curfew.connector.Connectors;
import dev.curfew.connector.fingerprint.Fingerprint;
import dev.curfew.connector.sample.SampleConnector;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.signal.SenderBook;
import dev.curfew.governance.signal.SignalBook;
import dev.curfew.model.port.Connector;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/// What reads sources, and hears from others about what is in them.
///
/// @param connectors asked for when something is read
record SourceParts(
        Foundation base,
        InstantSource clock,
        Supplier<List<Connector>> connectors,
        Supplier<Officers> officers,
        Supplier<Office> office) {

    Sources sources() {
        return new Sources(
                Connectors.kinds(),
                base.books(),
                new ConnectionSecrets(base.workspace().secrets()),
                new Reading(base.books(), connectors.get(), base.workspace().secrets(), base.estate()),
                SampleConnector::connections,
                base.estate(),
                clock);
    }

    Connections connections() {
        return new Connections(
                base.books(),
                officers.get(),
                new ConnectionSecrets(base.workspace().secrets()),
                connectors.get(),
                base.estate(),
                clock);
    }

    Signals signals() {
        return new Signals(
                base.books(),
                base.estate(),
                officers.get(),
                new Senders(
                        base.books(),
                        officers.get(),
                        new SenderBook(office.get()),
                        base.workspace().secrets()),
                new SignalBook(office.get()),
                text -> new Fingerprint(base.workspace().secrets()).of(text),
                clock);
    }
}
