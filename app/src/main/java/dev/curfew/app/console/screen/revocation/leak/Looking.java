package dev.curfew.app.console.screen.revocation.leak;

import dev.curfew.analysis.inventory.Inventory;
import dev.curfew.analysis.inventory.InventoryRow;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.console.screen.revocation.preview.PreviewWords.Line;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.revocation.leak.Leak;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.choice.Extent;
import dev.curfew.revocation.choice.Naming;
import dev.curfew.revocation.choice.Traces;
import dev.curfew.revocation.plan.KillOrder;
import dev.curfew.revocation.plan.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// From what leaked to what cutting it off would do. Changes nothing.
final class Looking {
    private static final Messages MESSAGES = Messages.of(Looking.class);

    private final Desk desk;

    Looking(Desk desk) {
        this.desk = desk;
    }

    /// @param value empty: what is named is looked for
    /// @param named ids, fingerprints, or names of agents
    /// @throws Refused if it is not known what to cut off
    Looked look(Optional<Secret> value, List<String> named, Instant now) throws InterruptedException {
        Optional<Leak> leak = value.isPresent() ? Optional.of(leak(value.get())) : Optional.empty();
        List<String> whose = leak.map(Leak::ids).orElse(List.of());
        Naming naming = naming(whose, named);
        Map<String, Object> preview = foresee(naming, leak);
        return looked(naming, whose, preview, leak.map(Leak::notes).orElse(List.of()), now);
    }

    /// The same with what those made who are cut off.
    ///
    /// @throws Refused as [#look]
    Looked along(Looked looked, Traces traces, Instant now) throws InterruptedException {
        Naming naming = looked.naming().with(looked.naming().traces().and(traces));
        return looked(naming, looked.whose(), foresee(naming, Optional.empty()), looked.notes(), now);
    }

    private Looked looked(
            Naming naming, List<String> whose, Map<String, Object> preview, List<String> notes, Instant now) {
        SnapshotIndex index = desk.estate().current();
        Map<String, List<Line>> known = Told.of(preview).stream()
                .map(Told::credential)
                .distinct()
                .collect(Collectors.toMap(id -> id, id -> known(index, id, now)));
        return new Looked(naming, whose, preview, known, Told.identities(Told.of(preview)), notes);
    }

    /// Where nothing can be cut off from here, whose it is and where it stands is known all the same.
    private Map<String, Object> foresee(Naming naming, Optional<Leak> leak) throws InterruptedException {
        try {
            return desk.revocations().foresee(new KillOrder(naming, Extent.DELETE, ""));
        } catch (Refused e) {
            List<String> words = new ArrayList<>();
            leak.ifPresent(it -> {
                it.found().forEach(found -> words.add(whose(found)));
                words.addAll(it.notes());
            });
            words.add(String.valueOf(e.getMessage()));
            throw new Refused(words.stream().distinct().collect(Collectors.joining(" ")), e);
        }
    }

    private static String whose(Leak.Found found) {
        String kind = found.credential().map(it -> Words.kind(it.kind())).orElse("");
        return found.row()
                .map(InventoryRow::name)
                .filter(name -> !found.id().endsWith(":" + name))
                .map(name -> MESSAGES.text("whose.of", found.id(), kind, name))
                .orElseGet(() -> MESSAGES.text("whose", found.id(), kind));
    }

    private Leak leak(Secret value) throws InterruptedException {
        Leak leak = desk.leaks().ofOne(value);
        if (leak.found().isEmpty()) {
            throw new Refused(String.join(" ", leak.notes()));
        }
        return leak;
    }

    /// What is no id and no fingerprint is the name of an agent.
    private Naming naming(List<String> whose, List<String> named) {
        List<String> ids = new ArrayList<>(whose);
        List<String> agents = new ArrayList<>();
        for (String text : named) {
            boolean known = desk.leaks().isKnown(text);
            (known ? ids : agents).add(text);
        }
        return new Naming(ids, agents);
    }

    private static List<Line> known(SnapshotIndex index, String id, Instant now) {
        Optional<Credential> credential = index.resolve(id).stream()
                .filter(CredentialId.class::isInstance)
                .map(CredentialId.class::cast)
                .findFirst()
                .flatMap(index::credential);
        List<Line> lines = new ArrayList<>();
        credential.ifPresent(it -> {
            lines.add(new Line(
                    MESSAGES.text("owner"),
                    Words.owner(new Inventory(index).of(it).ownership())));
            lines.add(new Line(MESSAGES.text("used"), Words.usage(it.usage(), now)));
        });
        return lines;
    }
}
