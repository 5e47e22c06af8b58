package dev.curfew.app.usecase.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.app.usecase.Books;
import dev.curfew.app.usecase.estate.Estate;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.kind.SourceKind;
import dev.curfew.model.port.Connector;
import dev.curfew.model.port.DeedLog;
import dev.curfew.model.port.Observer;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.Secrets;
import dev.curfew.model.port.SourceException;
import dev.curfew.revocation.choice.Traces;
import dev.curfew.testbed.memory.MemoryAuditLog;
import dev.curfew.testbed.memory.MemorySecrets;
import dev.curfew.testbed.memory.MemoryStore;
import dev.curfew.testbed.memory.MemoryUnitOfWork;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimelinesTest {
    private static final SourceName AWS = new SourceName("aws");
    private static final IdentityId CI = new IdentityId(AWS, "ci");
    private static final IdentityId CD = new IdentityId(AWS, "cd");

    @Test
    void whatThoseMadeWhoAreTooManyToAskIsNotKnown() throws InterruptedException {
        List<IdentityId> who = IntStream.rangeClosed(0, Timelines.ASKED_MAX)
                .mapToObj(i -> new IdentityId(AWS, "ci" + i))
                .toList();
        Traces all = Timelines.each(who, _ -> Traces.UNASKED);

        assertThat(all.untold())
                .singleElement()
                .satisfies(one -> assertThat(one.by()).isEqualTo(who.getLast().text()));
    }

    /// As Ctrl-C does while a record is read: what was read broke off, and says that it cannot be read.
    @Test
    void whoeverStopsTheAskingAboutOneIsNotAskedAboutOthers() {
        List<EntityId> asked = new ArrayList<>();
        Timelines timelines = timelines((who, _, _, _) -> {
            asked.add(who);
            Thread.currentThread().interrupt();
            throw new SourceException(SourceException.Kind.UNREACHABLE, "it broke off");
        });

        assertThatThrownBy(() -> timelines.traces(List.of(CI, CD), Instant.EPOCH, Progress.SILENT))
                .isInstanceOf(InterruptedException.class);

        assertThat(asked).containsExactly(CI);
        assertThat(Thread.interrupted()).isFalse();
    }

    private static Timelines timelines(DeedLog log) {
        MemoryUnitOfWork units = new MemoryUnitOfWork();
        InstantSource clock = InstantSource.fixed(Instant.EPOCH);
        Books books = new Books(units, new MemoryAuditLog(), clock, false);
        books.write(transaction -> {
            transaction
                    .connections()
                    .save(new Connection(
                            AWS, "aws", URI.create("https://aws.example"), false, Instant.EPOCH, Map.of()));
            return transaction;
        });
        Estate estate = new Estate(new MemoryStore(), () -> _ -> true, clock);
        return new Timelines(books, List.of(new Telling(log)), new MemorySecrets(), estate);
    }

    /// Has a record, and nothing else.
    private record Telling(DeedLog log) implements Connector {
        @Override
        public SourceKind describe() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String kind() {
            return "aws";
        }

        @Override
        public Observer observer(Connection connection, Secrets secrets) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<DeedLog> deeds(Connection connection, Secrets secrets) {
            return Optional.of(log);
        }
    }
}
