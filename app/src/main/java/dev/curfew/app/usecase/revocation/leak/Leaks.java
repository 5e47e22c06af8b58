package dev.curfew.app.usecase.revocation.leak;

import dev.curfew.analysis.inventory.Inventory;
import dev.curfew.analysis.secret.SecretPlaces;
import dev.curfew.app.usecase.Refused;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.Store;
import dev.curfew.model.revocation.ProofRecord;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.after.Ended;
import dev.curfew.revocation.choice.Extent;
import dev.curfew.revocation.choice.Naming;
import dev.curfew.revocation.leak.Finder;
import dev.curfew.revocation.leak.Whose;
import dev.curfew.revocation.plan.KillOrder;
import dev.curfew.revocation.plan.Planner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Something leaked: whose it is, how far it goes, what hangs on it. Changes nothing at a source.
public final class Leaks {
    private static final Messages MESSAGES = Messages.of(Leaks.class);

    /// What stands between a name and a value, and around it.
    private static final Pattern BETWEEN = Pattern.compile("[\\s=:\"',;]+");

    /// A fingerprint each; a value that leaked comes with few words around it.
    private static final int WORDS_MAX = 1_000;

    /// More are counted.
    private static final int PLACES_NAMED = 5;

    private final Store store;
    private final Finder finder;
    private final Planner planner;
    private final Ended ended;
    private final Supplier<UnaryOperator<String>> fingerprints;
    private final Supplier<List<SourceName>> connected;

    /// @param fingerprints makes fingerprints of texts under the workspace's own key, by which values that stand in
    ///     files are known; an empty one where a text is too short
    /// @param connected the sources that may know a value, also where none of their credentials was read
    public Leaks(
            Store store,
            Finder finder,
            Planner planner,
            Ended ended,
            Supplier<UnaryOperator<String>> fingerprints,
            Supplier<List<SourceName>> connected) {
        this.store = store;
        this.finder = finder;
        this.planner = planner;
        this.ended = ended;
        this.fingerprints = fingerprints;
        this.connected = connected;
    }

    /// As [#ofValue], for whoever acts on it.
    ///
    /// @throws Refused if more than one value stands in it
    public Leak ofOne(Secret value) throws InterruptedException {
        Leak leak = ofValue(value);
        int tokens = LeakedText.tokens(value).size();
        if (tokens > 1) {
            throw new Refused(MESSAGES.text("several", tokens, String.join(" ", leak.ids())));
        }
        return leak;
    }

    /// @param value in memory for this question only; a text in which tokens stand is asked about as these; stays the
    ///     caller's
    public Leak ofValue(Secret value) throws InterruptedException {
        Whose whose = whose(value);
        List<String> notes = new ArrayList<>(whose.nameless());
        notes.addAll(whose.unasked());
        Set<CredentialId> credentials = new LinkedHashSet<>(whose.credentials());
        SnapshotIndex index = new SnapshotIndex(store.current());
        SecretPlaces places = new SecretPlaces(index);
        credentials.addAll(standing(places, value));
        if (credentials.isEmpty() && whose.nameless().isEmpty()) {
            notes.addAll(
                    endedOf(value).map(gone -> List.of(EndedWords.of(gone))).orElseGet(() -> unknown(whose, value)));
        }
        return about(index, places, List.copyOf(credentials), notes);
    }

    private Whose whose(Secret value) throws InterruptedException {
        Collection<Credential> among = store.current().credentials();
        List<SourceName> sources = connected.get();
        List<String> tokens = LeakedText.tokens(value);
        if (tokens.isEmpty()) {
            return finder.find(sources, among, value);
        }
        Whose whose = Whose.NOTHING;
        for (String token : tokens) {
            try (Secret one = Secret.of(token)) {
                whose = whose.and(finder.find(sources, among, one));
            }
        }
        return whose;
    }

    private Optional<ProofRecord> endedOf(Secret value) {
        return Optional.of(fingerprints.get().apply(value.reveal()))
                .filter(it -> !it.isEmpty())
                .flatMap(ended::ofValue);
    }

    private static List<String> unknown(Whose whose, Secret value) {
        String words = MESSAGES.text(whose.unasked().isEmpty() ? "nobodys" : "not-known");
        return Stream.concat(Stream.of(words), takenAsOne(value).stream()).toList();
    }

    /// What is said of ids that no source lists any more, but that were revoked from here.
    public List<String> ended(Collection<String> ids) {
        return ids.stream()
                .filter(id -> !isKnown(id))
                .flatMap(id -> ended.named(id).stream())
                .map(EndedWords::of)
                .toList();
    }

    /// A name beside the value, or a second value, hides it.
    private static Optional<String> takenAsOne(Secret value) {
        String text = value.reveal().strip();
        return LeakedText.tokens(value).isEmpty() && text.chars().anyMatch(Character::isWhitespace)
                ? Optional.of(MESSAGES.text("as-one", text.lines().count()))
                : Optional.empty();
    }

    /// Values in files, each with what it is of, so that nobody types ids at night. Only what ends is asked about: a
    /// value is tried nowhere else.
    ///
    /// @param chosen files with a value each, or folders of them
    /// @param ending ids of what is to be cut off
    /// @return the caller's to close
    public SuppliedValues supplied(List<Path> chosen, Collection<String> ending) throws InterruptedException {
        List<Credential> among = store.current().credentials().stream()
                .filter(credential -> ending.contains(credential.id().text()))
                .toList();
        try (Supplied supplied = new Supplied(finder, among)) {
            supplied.read(ValueFiles.in(chosen));
            return supplied.handedOver();
        }
    }

    /// What stands in files or in secrets that were read, by its fingerprint: the whole of the value, and its words.
    private List<CredentialId> standing(SecretPlaces places, Secret value) {
        if (!places.hasFingerprints()) {
            return List.of();
        }
        String text = value.reveal();
        return Stream.concat(Stream.of(text), BETWEEN.splitAsStream(text).limit(WORDS_MAX))
                .distinct()
                .map(fingerprints.get())
                .filter(it -> !it.isEmpty())
                .flatMap(it -> places.withFingerprint(it).stream())
                .map(Credential::id)
                .distinct()
                .toList();
    }

    /// @param text an id or a fingerprint
    public Leak named(String text) throws InterruptedException {
        SnapshotIndex index = new SnapshotIndex(store.current());
        SecretPlaces places = new SecretPlaces(index);
        List<EntityId> ids = planner.named(text);
        List<String> notes = new ArrayList<>();
        if (ids.size() != 1) {
            String all = String.join(", ", ids.stream().map(EntityId::text).toList());
            List<String> over = ended(List.of(text));
            notes.addAll(
                    over.isEmpty() ? List.of(MESSAGES.text(ids.isEmpty() ? "unknown" : "ambiguous", text, all)) : over);
            return about(index, places, List.of(), notes);
        }
        return switch (ids.getFirst()) {
            case CredentialId credential -> about(index, places, List.of(credential), notes);
            case IdentityId identity ->
                about(
                        index,
                        places,
                        index.credentialsOf(identity).stream()
                                .map(Credential::id)
                                .toList(),
                        notes);
            case PolicyId _, ResourceId _ -> {
                notes.add(MESSAGES.text("no-credential", text));
                yield about(index, places, List.of(), notes);
            }
        };
    }

    /// Whether something is known by this id or fingerprint.
    public boolean isKnown(String text) {
        return !planner.named(text).isEmpty();
    }

    private Leak about(SnapshotIndex index, SecretPlaces places, List<CredentialId> credentials, List<String> notes)
            throws InterruptedException {
        List<Leak.Found> found =
                credentials.stream().map(id -> found(index, places, id)).toList();
        found.forEach(it -> tell(it, notes));
        if (found.isEmpty()) {
            return new Leak(found, Map.of(), notes);
        }
        List<String> ids = found.stream().map(Leak.Found::id).toList();
        Outcome<Map<String, Object>> foreseen =
                planner.foresee(new KillOrder(new Naming(ids, List.of()), Extent.DELETE, ""));
        return switch (foreseen) {
            case Outcome.Done<Map<String, Object>>(Map<String, Object> preview) -> new Leak(found, preview, notes);
            case Outcome.Refused<Map<String, Object>>(Refusal _, String words) -> {
                notes.add(words);
                yield new Leak(found, Map.of(), notes);
            }
        };
    }

    private static Leak.Found found(SnapshotIndex index, SecretPlaces places, CredentialId id) {
        Optional<Credential> credential = index.credential(id);
        return new Leak.Found(
                id.text(),
                credential,
                credential.map(new Inventory(index)::of),
                credential.map(places::of).orElse(List.of()),
                credential.map(places::ofOneKey).orElse(List.of()));
    }

    private static void tell(Leak.Found found, List<String> notes) {
        if (!found.places().isEmpty()) {
            notes.add(MESSAGES.text(
                    "stands",
                    found.id(),
                    some(found.places().stream().map(Leaks::place).sorted().toList())));
        }
        List<String> environments = found.places().stream()
                .map(SecretPlaces::environment)
                .filter(it -> !it.isEmpty())
                .distinct()
                .sorted()
                .toList();
        if (environments.size() > 1) {
            notes.add(MESSAGES.text("environments", found.id(), String.join(", ", environments)));
        }
        if (!found.ofOneKey().isEmpty()) {
            notes.add(MESSAGES.text(
                    "one-key",
                    found.id(),
                    some(found.ofOneKey().stream()
                            .map(it -> it.id().text())
                            .sorted()
                            .toList())));
        }
    }

    private static String place(Resource place) {
        String name = place.source() + ":" + place.name();
        return SecretPlaces.isOpen(place) ? MESSAGES.text("stands.open", name) : name;
    }

    static String some(List<String> texts) {
        String named = texts.stream().limit(PLACES_NAMED).collect(Collectors.joining(", "));
        return texts.size() <= PLACES_NAMED ? named : MESSAGES.text("stands.more", named, texts.size() - PLACES_NAMED);
    }
}
