package dev.curfew.connector.aws;

import dev.curfew.connector.aws.details.AccountDetails;
import dev.curfew.connector.aws.details.AccountDetailsFile;
import dev.curfew.connector.aws.facts.AccountFacts;
import dev.curfew.connector.aws.facts.FactSet;
import dev.curfew.connector.aws.facts.Gaps;
import dev.curfew.connector.aws.facts.Scopes;
import dev.curfew.connector.tree.SourceFile;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Observer;
import dev.curfew.model.port.Progress;
import dev.curfew.model.text.Messages;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads an account's file. What the file cannot tell is coverage of its own, so that a missing key is never taken for
/// a key that is not there.
final class FileObserver implements Observer {
    private static final List<String> UNTOLD =
            List.of(Scopes.ACCESS_KEYS, Scopes.ACCESS_KEY_LAST_USED, Scopes.PASSWORDS);

    private final SourceName source;
    private final URI address;
    private final InstantSource clock;

    FileObserver(SourceName source, URI address, InstantSource clock) {
        this.source = source;
        this.address = address;
        this.clock = clock;
    }

    @Override
    public Observation observe(Progress progress) throws InterruptedException {
        Instant started = clock.instant();
        AccountDetails details = new SourceFile(
                        address, file -> word("file.none", file), (file, why) -> word("file.malformed", file, why))
                .read(bytes -> AccountDetailsFile.read(bytes, progress));
        FactSet facts = new FactSet();
        Gaps gaps = AccountFacts.collect(source, details, Set.of(), facts);
        Instant finished = clock.instant();
        List<Coverage> coverage = new ArrayList<>(gaps.coverage(source, details, finished));
        for (String scope : UNTOLD) {
            String reason = word("file.untold." + scope);
            coverage.add(new Coverage(source, scope, CoverageState.SKIPPED, reason, 0, finished));
        }
        return new Observation(source, started, finished, facts.inOrder(), coverage);
    }

    private static String word(String key, Object... arguments) {
        return Messages.of(FileObserver.class).text(key, arguments);
    }
}
