package dev.curfew.connector.keycloak.api;

import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The clients that are kept to read and to act with.
///
/// @param byRealm client ids
/// @param troubles in words
public record OwnClients(Map<String, Set<String>> byRealm, List<String> troubles) {
    private static final Messages MESSAGES = Messages.of(OwnClients.class);

    public OwnClients {
        byRealm = Map.copyOf(byRealm);
        troubles = List.copyOf(troubles);
    }

    public static OwnClients of(KcAccess access) {
        Map<String, Set<String>> own = new TreeMap<>();
        List<String> troubles = new ArrayList<>();
        access.keptToRead().ifPresent(text -> add(own, access, text));
        try {
            access.keptToAct().ifPresent(text -> add(own, access, text));
        } catch (SourceException e) {
            troubles.add(MESSAGES.text("acting-unusable", String.valueOf(e.getMessage())));
        }
        return new OwnClients(own, troubles);
    }

    /// One that nobody logged in with yet is Curfew's own all the same.
    ///
    /// @param text closed by this
    private static void add(Map<String, Set<String>> own, KcAccess access, Secret text) {
        try (text;
                DeviceText device = DeviceText.of(text).orElse(null)) {
            if (device != null) {
                add(own, access.realm(), device.clientId());
                return;
            }
            try (KcLogin login = access.login(text)) {
                add(own, login.realm(), login.clientId());
            }
        }
    }

    private static void add(Map<String, Set<String>> own, String realm, String clientId) {
        own.computeIfAbsent(realm, _ -> new TreeSet<>()).add(clientId);
    }

    public Set<String> in(String realm) {
        return byRealm.getOrDefault(realm, Set.of());
    }
}
