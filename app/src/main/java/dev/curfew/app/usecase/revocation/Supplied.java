package dev.curfew.app.usecase.revocation;

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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads values from files and asks whose they are. What it does not hand over is wiped with it.
final class Supplied implements AutoCloseable {
    private static final Messages MESSAGES = Messages.of(Supplied.class);

    private final Finder finder;
    private final List<Credential> among;
    private final Set<CredentialId> ids;
    private final List<Secret> open = new ArrayList<>();
    private final List<Owned> owned = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();
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
            Optional<Secret> value = ValueFiles.read(file);
            if (value.isEmpty()) {
                notes.add(MESSAGES.text("value.unread", name));
                continue;
            }
            open.add(value.get());
            ask(name, value.get());
        }
    }

    private void ask(String name, Secret value) throws InterruptedException {
        Whose whose = finder.find(among, value);
        notes.addAll(whose.nameless());
        notes.addAll(whose.unasked());
        List<CredentialId> of =
                whose.credentials().stream().filter(ids::contains).toList();
        if (of.isEmpty()) {
            nobodys.add(name);
        } else {
            owned.add(new Owned(value, of));
        }
    }

    /// Where two are of one credential, that which is of less else: a token in a secret is its account's too.
    SuppliedValues handedOver() {
        Map<CredentialId, Secret> values = new HashMap<>();
        owned.stream()
                .sorted(Comparator.comparingInt(one -> one.of().size()))
                .forEach(one -> one.of().forEach(id -> values.putIfAbsent(id, one.value())));
        open.removeAll(values.values());
        List<String> said = new ArrayList<>(notes);
        if (!nobodys.isEmpty()) {
            said.add(MESSAGES.text("value.nobodys", nobodys.size(), Leaks.some(nobodys)));
        }
        return new SuppliedValues(values, said);
    }

    @Override
    public void close() {
        open.forEach(Secret::close);
    }
}
