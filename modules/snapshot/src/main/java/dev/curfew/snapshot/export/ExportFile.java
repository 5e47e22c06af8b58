package dev.curfew.snapshot.export;

import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Membership;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.estate.Trust;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.snapshot.store.record.RecordKind;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/// A JSON Lines file that every export has, one object a line.
///
/// @param from where its lines come from
record ExportFile<T>(String name, Class<T> type, BiFunction<Transaction, Snapshot, List<T>> from) {
    private static final String ENDING = ".jsonl";

    static final ExportFile<Identity> IDENTITIES = fact("identities", Identity.class, Snapshot::identities);
    static final ExportFile<Credential> CREDENTIALS = fact("credentials", Credential.class, Snapshot::credentials);
    static final ExportFile<Policy> POLICIES = fact("policies", Policy.class, Snapshot::policies);
    static final ExportFile<Grant> GRANTS = fact("grants", Grant.class, Snapshot::grants);
    static final ExportFile<Membership> MEMBERSHIPS = fact("memberships", Membership.class, Snapshot::memberships);
    static final ExportFile<Resource> RESOURCES = fact("resources", Resource.class, Snapshot::resources);
    static final ExportFile<Trust> TRUSTS = fact("trusts", Trust.class, Snapshot::trusts);
    static final ExportFile<Coverage> COVERAGE = fact("coverage", Coverage.class, Snapshot::coverage);

    /// Connections are left out: an export does not connect to anything.
    static final List<RecordKind<?>> RECORDS = List.of(
            RecordKind.OFFICERS,
            RecordKind.REQUESTS,
            RecordKind.APPROVALS,
            RecordKind.WINDOWS,
            RecordKind.PLANS,
            RecordKind.STEPS,
            RecordKind.ATTEMPTS,
            RecordKind.PROOFS);

    static List<ExportFile<?>> all() {
        return Stream.concat(
                        Stream.of(IDENTITIES, CREDENTIALS, POLICIES, GRANTS, MEMBERSHIPS, RESOURCES, TRUSTS, COVERAGE),
                        RECORDS.stream().map(ExportFile::of))
                .toList();
    }

    static <T> ExportFile<T> of(RecordKind<T> kind) {
        return new ExportFile<>(
                kind.name() + ENDING,
                kind.type(),
                (transaction, _) -> kind.in().apply(transaction).all());
    }

    private static <T> ExportFile<T> fact(String name, Class<T> type, Function<Snapshot, List<T>> from) {
        return new ExportFile<>(name + ENDING, type, (_, snapshot) -> from.apply(snapshot));
    }
}
