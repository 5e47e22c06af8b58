package dev.curfew.revocation.reaction;

import dev.curfew.analysis.finding.noted.Noted;
import dev.curfew.analysis.graph.estate.EstateGraph;
import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.playbook.Playbook;
import dev.curfew.governance.playbook.PlaybookReader;
import dev.curfew.governance.playbook.PlaybookTextException;
import dev.curfew.governance.playbook.SignedPlaybook;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.revocation.Station;
import dev.curfew.revocation.catalogue.Catalogue;
import dev.curfew.revocation.playbook.PlaybookWarrant;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// A source with six keys of six users, three officers, and a watch that looks when it is told to.
final class Shift {
    static final int KEYS = 6;

    final Station station;
    final PlaybookDesk desk;

    /// What was told; the newest telling of each counts.
    final Map<CredentialId, Noted.Leak> leaks = new LinkedHashMap<>();

    Shift(Path directory) {
        station = new Station(directory);
        desk = new PlaybookDesk(station.office, Catalogue.packaged());
        station.officers.add("bo", "Bo", Station.passphrase()).orThrow();
        station.officers.add("cy", "Cy", Station.passphrase()).orThrow();
        for (int i = 1; i <= KEYS; i++) {
            station.source.give(key(i), "value-" + i);
        }
        read(List.of());
    }

    private void read(List<Fact> more) {
        List<Fact> facts = new ArrayList<>(more);
        for (int i = 1; i <= KEYS; i++) {
            facts.add(Station.identity(user(i), Map.of()));
            facts.add(Station.key(key(i), user(i)));
        }
        station.read(facts.toArray(Fact[]::new));
    }

    /// A new reading in which the key lies open in these files and no other.
    void lies(CredentialId credential, String... files) {
        read(Arrays.stream(files)
                .map(file -> new Resource(
                        new ResourceId(new SourceName("repo"), "file/" + file),
                        "folder.file",
                        file,
                        Sensitivity.UNKNOWN,
                        Map.of("curfew:credential", credential.text(), "curfew:in-the-open", "true"),
                        new Provenance("all", "test", "{}")))
                .map(Fact.class::cast)
                .toList());
    }

    /// A playbook for it is in force, and the first user has the first two keys.
    void ownerOfTwoKeysIsGone() {
        Map<String, Object> document = document();
        document.put("trigger", "owner-gone");
        inForce(playbook(document));
        Identity user = Station.identity(user(1), Map.of());
        station.read(
                new Identity(
                        user.id(),
                        user.kind(),
                        user.name(),
                        new Ownership.OwnerGone("ann", "the list of people"),
                        user.createdAt(),
                        user.usage(),
                        user.tags(),
                        user.provenance()),
                Station.key(key(1), user(1)),
                Station.key(key(2), user(1)));
    }

    /// What the ledger gives a playbook's plan to run on.
    Outcome<Receipt> receipt(RevocationPlan plan) {
        PlaybookWarrant warrant = new PlaybookWarrant(station.office, Catalogue.packaged());
        return station.unitOfWork.run(transaction -> warrant.receipt(transaction, plan));
    }

    static CredentialId key(int number) {
        return new CredentialId(Station.AWS, "AKIA000" + number);
    }

    static IdentityId user(int number) {
        return new IdentityId(Station.AWS, "arn:aws:iam::000000000001:user/user-" + number);
    }

    OfficerKey officer(String name) {
        return station.keys.unlock(name, Station.passphrase());
    }

    /// Over all keys but the last, two identities in an hour.
    Map<String, Object> document() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", "curfew.playbook/1");
        json.put("name", "leaked");
        json.put("purpose", "leaked keys are switched off");
        json.put("trigger", "leaked");
        json.put(
                "scope",
                Map.of(
                        "ids",
                        IntStream.range(1, KEYS).mapToObj(i -> key(i).text()).toList()));
        json.put("acts", List.of("aws.deactivate-access-key"));
        json.put("ceiling", Map.of("identities", 2, "credentials", 2, "within", "PT1H"));
        json.put("signatures", 2);
        json.put("reviewWithin", "P1D");
        json.put("expiresAt", Station.START.plus(Duration.ofDays(30)).toString());
        return json;
    }

    static String text(Map<String, Object> document) {
        return CanonicalJson.text(document);
    }

    Playbook playbook() {
        return playbook(document());
    }

    static Playbook playbook(Map<String, Object> document) {
        try {
            return PlaybookReader.read(text(document));
        } catch (PlaybookTextException e) {
            throw new AssertionError(e);
        }
    }

    Outcome<SignedPlaybook> sign(Playbook playbook, String officer) {
        return desk.sign(officer(officer), playbook, List.of());
    }

    void inForce(Playbook playbook) {
        sign(playbook, "ada").orThrow();
        sign(playbook, "bo").orThrow();
    }

    void leak(CredentialId credential) {
        leaks.put(credential, new Noted.Leak(credential, station.clock.instant()));
    }

    /// One look of a watch that has just been started: it remembers nothing.
    List<Reacted> look() throws InterruptedException {
        List<Reacted> reacted = new ArrayList<>();
        look(reacted::add);
        return reacted;
    }

    /// As [#look()], telling each thing as it happens.
    void look(Consumer<Reacted> told) throws InterruptedException {
        Reaction reaction = new Reaction(station.bench, station.planner, station.executor);
        SnapshotIndex index = new SnapshotIndex(station.store.current());
        reaction.react(
                index,
                () -> EstateGraph.of(index, new BlastRadius(index)),
                Noted.NOTHING.withLeaks(List.copyOf(leaks.values())),
                told);
    }

    long acts() {
        return station.source.calls().stream()
                .filter(call -> call.startsWith("act"))
                .count();
    }

    List<LedgerEntry> entries(String type) {
        return station.ledger().stream()
                .filter(entry -> entry.event().type().equals(type))
                .toList();
    }
}
