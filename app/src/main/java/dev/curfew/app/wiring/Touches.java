package dev.curfew.app.wiring;

import dev.curfew.governance.breakglass.drill.Reliances;
import dev.curfew.governance.breakglass.report.Reliance;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.SourceName;
import dev.curfew.snapshot.keychain.Keychain;
import dev.curfew.snapshot.keychain.SystemKeychain;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Notes what a thread asks that is watched: the keychain, and places over the network. Others ask at the same time,
/// and
/// are not its business.
final class Touches {
    private final Map<Thread, Seen> watched = new ConcurrentHashMap<>();
    private final Lazy<Optional<Keychain>> keychain =
            new Lazy<>(() -> SystemKeychain.find().map(this::of));

    private record Seen(List<String> accounts, List<String> places) {}

    /// To be told of each call that is made.
    void asks(URI address) {
        Seen seen = watched.get(Thread.currentThread());
        if (seen != null) {
            seen.places().add(place(address));
        }
    }

    private void asksKeychain(String account) {
        Seen seen = watched.get(Thread.currentThread());
        if (seen != null) {
            seen.accounts().add(account);
        }
    }

    /// The system's keychain, watched; empty where there is none.
    Optional<Keychain> keychain() {
        return keychain.get();
    }

    private Keychain of(Keychain keychain) {
        return new Keychain() {
            @Override
            public Optional<Secret> find(String account) {
                asksKeychain(account);
                return keychain.find(account);
            }

            @Override
            public void keep(String account, Secret value) {
                asksKeychain(account);
                keychain.keep(account, value);
            }

            @Override
            public void forget(String account) {
                asksKeychain(account);
                keychain.forget(account);
            }
        };
    }

    /// @param addresses where a source is; none where it is not connected any more
    Reliances reliances(Function<SourceName, Set<URI>> addresses) {
        return () -> {
            Thread thread = Thread.currentThread();
            Seen seen = new Seen(new CopyOnWriteArrayList<>(), new CopyOnWriteArrayList<>());
            watched.put(thread, seen);
            return new Reliances.Watch() {
                @Override
                public Reliance until(SourceName source) {
                    Set<String> own =
                            addresses.apply(source).stream().map(Touches::place).collect(Collectors.toSet());
                    List<String> asked = seen.places().stream().distinct().toList();
                    return new Reliance(
                            seen.accounts().size(),
                            asked,
                            asked.stream().filter(place -> !own.contains(place)).toList());
                }

                @Override
                public void close() {
                    watched.remove(thread, seen);
                }
            };
        };
    }

    /// With the port, for a login may stand beside its source on one machine.
    private static String place(URI address) {
        int port = address.getPort() >= 0 ? address.getPort() : "https".equals(address.getScheme()) ? 443 : 80;
        return address.getHost() + ":" + port;
    }
}
