package dev.curfew.connector.cartography;

import dev.curfew.connector.aws.details.AccountDetails;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads an export. What in it cannot be translated is told by its names and how much of each there is.
final class CartographyObserver implements Observer {
    private static final Messages MESSAGES = Messages.of(CartographyObserver.class);

    /// More are counted: a sentence has an end.
    private static final int NAMED_MAX = 12;

    private final SourceName source;
    private final URI address;
    private final InstantSource clock;

    CartographyObserver(SourceName source, URI address, InstantSource clock) {
        this.source = source;
        this.address = address;
        this.clock = clock;
    }

    @Override
    public Observation observe(Progress progress) throws InterruptedException {
        Instant started = clock.instant();
        Export export = new SourceFile(
                        address,
                        file -> MESSAGES.text("file.none", file),
                        (file, why) -> MESSAGES.text("file.malformed", file, why))
                .read(bytes -> ExportFile.read(bytes, progress));
        Account account = new Account(export);
        AccountDetails details = account.details();
        FactSet facts = new FactSet();
        Gaps gaps = AccountFacts.collect(source, details, Set.of(), facts);
        Instant finished = clock.instant();
        List<Coverage> coverage = new ArrayList<>(gaps.coverage(source, details, finished));
        coverage.add(new Keys(source, export).add(facts, finished));
        coverage.add(skipped(Scopes.PASSWORDS, MESSAGES.text("untold.passwords"), finished));
        coverage.add(skipped("boundaries", MESSAGES.text("untold.boundaries"), finished));
        if (!account.hasConditions()) {
            coverage.add(skipped("trust-conditions", MESSAGES.text("untold.conditions"), finished));
        }
        untranslated(export).ifPresent(words -> coverage.add(skipped("untranslated", words, finished)));
        return new Observation(source, started, finished, facts.inOrder(), coverage);
    }

    private Coverage skipped(String scope, String words, Instant at) {
        return new Coverage(source, scope, CoverageState.SKIPPED, words, 0, at);
    }

    private static Optional<String> untranslated(Export export) {
        Map<String, Long> others = export.others();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        String named = others.entrySet().stream()
                .limit(NAMED_MAX)
                .map(each -> MESSAGES.text("untranslated.one", each.getKey(), each.getValue()))
                .collect(Collectors.joining(", "));
        long all = others.values().stream().mapToLong(Long::longValue).sum();
        return Optional.of(
                others.size() <= NAMED_MAX
                        ? MESSAGES.text("untranslated", all, named)
                        : MESSAGES.text("untranslated.more", all, named, others.size() - NAMED_MAX));
    }
}
