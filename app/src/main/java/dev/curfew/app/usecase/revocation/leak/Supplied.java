package dev.curfew.app.usecase.revocation.leak;

import dev.curfew.model.connection.Secret;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.leak.Finder;
import dev.curfew.revocation.leak.Whose;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads values from files and asks whose they are. What it does not hand over is wiped with it.
final class Supplied implements AutoCloseable {
    private static final Messages MESSAGES = Messages.of(Supplied.class);

    private final Finder finder;
    private final List<Credential> among;
    private final Set<CredentialId> ids;
    private final List<Secret> open = new ArrayList<>();
    private final List<Owned> owned = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /// What was said of values, and of those of which files.
    private final Map<String, Set<String>> said = new LinkedHashMap<>();

    private final List<String> nobodys = new ArrayList<>();

    private record Owned(Secret value, List<CredentialId> of) {}

    /// @param among what a value may be of
    Supplied(Finder finder, List<Credential> among) {
        this.finder = finder;
        this.among = among;
        ids = among.stream().map(Credential::id).collect(Collectors.toUnmodifiableSet());
    }

    void read(ValueFiles files) throws InterruptedException {
        notes.addAll(files.notes());
        for (Path file : files.all()) {
            String name = String.valueOf(file.getFileName());
            List<Secret> values = ValueFiles.read(file);
            open.addAll(values);
            if (values.isEmpty()) {
                notes.add(MESSAGES.text("value.unread", name));
            } else if (!ask(name, values)) {
                nobodys.add(name);
            }
        }
    }

    /// @return whether something that ends is known by one of them
    private boolean ask(String name, List<Secret> values) throws InterruptedException {
        if (values.size() > 1) {
            notes.add(MESSAGES.text("value.several", name, values.size()));
        }
        boolean known = false;
        for (Secret value : values) {
            known |= ask(name, value);
        }
        return known;
    }

    private boolean ask(String name, Secret value) throws InterruptedException {
        Whose whose = finder.find(among, value);
        Stream.concat(whose.nameless().stream(), whose.unasked().stream())
                .forEach(words ->
                        said.computeIfAbsent(words, _ -> new LinkedHashSet<>()).add(name));
        List<CredentialId> of =
                whose.credentials().stream().filter(ids::contains).toList();
        if (!of.isEmpty()) {
            owned.add(new Owned(value, of));
        }
        return !of.isEmpty();
    }

    /// Where two are of one credential, that which is of less else: a token in a secret is its account's too.
    SuppliedValues handedOver() {
        Map<CredentialId, Secret> values = new HashMap<>();
        owned.stream()
                .sorted(Comparator.comparingInt(one -> one.of().size()))
                .forEach(one -> one.of().forEach(id -> values.putIfAbsent(id, one.value())));
        open.removeAll(values.values());
        return new SuppliedValues(values, told());
    }

    private List<String> told() {
        List<String> told = new ArrayList<>(notes);
        said.forEach((words, names) -> told.add(MESSAGES.text("value.said", words, Leaks.some(List.copyOf(names)))));
        if (!nobodys.isEmpty()) {
            told.add(MESSAGES.text("value.nobodys", nobodys.size(), Leaks.some(nobodys)));
        }
        return told;
    }

    @Override
    public void close() {
        open.forEach(Secret::close);
    }
}
