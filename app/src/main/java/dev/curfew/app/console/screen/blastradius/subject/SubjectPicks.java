package dev.curfew.app.console.screen.blastradius.subject;

import dev.curfew.app.console.component.picker.Pick;
import dev.curfew.app.console.component.picker.PickerViewModel;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.usecase.estate.Several;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// Finds what can be looked at: identities and workloads, owners, credentials, resources. For the background.
final class SubjectPicks {
    private static final Messages MESSAGES = Messages.of(SubjectPicks.class);

    private final Supplier<SnapshotIndex> estate;
    private final Consumer<String> chosen;

    /// @param chosen gets the focus
    SubjectPicks(Supplier<SnapshotIndex> estate, Consumer<String> chosen) {
        this.estate = estate;
        this.chosen = chosen;
    }

    /// @param text in lower case
    List<Pick> find(String text) {
        Snapshot snapshot = estate.get().snapshot();
        List<Pick> picks = new ArrayList<>();
        // so that each sort has its chance among the first
        int each = PickerViewModel.HITS_MAX / 4;
        add(picks, owners(snapshot, text), each);
        add(picks, snapshot.identities().stream().filter(it -> fits(it, text)).map(this::identity), 2 * each);
        add(picks, snapshot.resources().stream().filter(it -> fits(it, text)).map(this::resource), each);
        add(picks, snapshot.credentials().stream().filter(it -> fits(it, text)).map(this::credential), each);
        return picks.stream().limit(PickerViewModel.HITS_MAX).toList();
    }

    private static void add(List<Pick> picks, Stream<Pick> found, int most) {
        found.limit(most).forEach(picks::add);
    }

    /// Not before somebody types: of all owners nobody wants the first.
    private Stream<Pick> owners(Snapshot snapshot, String text) {
        if (text.isEmpty()) {
            return Stream.empty();
        }
        Map<String, Integer> owners = new TreeMap<>();
        for (Identity identity : snapshot.identities()) {
            Several.owner(identity).ifPresent(owner -> owners.merge(owner, 1, Integer::sum));
        }
        return owners.entrySet().stream()
                .filter(owner -> mentions(owner.getKey(), text))
                .map(owner -> Pick.of(
                        owner.getKey(),
                        MESSAGES.text("pick.owner", owner.getValue()),
                        Material2OutlinedAL.GROUP,
                        () -> chosen.accept(Subjects.ofOwner(owner.getKey()))));
    }

    private static boolean fits(Identity it, String text) {
        return mentions(it.name() + " " + it.id(), text);
    }

    private static boolean fits(Resource it, String text) {
        return mentions(it.name() + " " + it.id(), text);
    }

    private static boolean fits(Credential it, String text) {
        return mentions(it.name() + " " + it.id() + " " + it.holder(), text);
    }

    private static boolean mentions(String words, String text) {
        return words.toLowerCase(Locale.ROOT).contains(text);
    }

    private Pick identity(Identity it) {
        return pick(it.name(), it.kind(), it.id(), Material2OutlinedMZ.PERSON_OUTLINE);
    }

    private Pick resource(Resource it) {
        return pick(it.name(), it.kind(), it.id(), Material2OutlinedMZ.STORAGE);
    }

    private Pick credential(Credential it) {
        return pick(it.id().nativeId(), it.kind(), it.id(), Material2OutlinedMZ.VPN_KEY);
    }

    private Pick pick(String name, String kind, EntityId id, Ikon icon) {
        return Pick.of(
                name, MESSAGES.text("pick", Words.kind(kind), id.source()), icon, () -> chosen.accept(id.text()));
    }
}
