package dev.curfew.connector.aws.credential;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The profiles of one or more texts, and the sign-in sessions that they name.
///
/// @param profiles settings by name
/// @param sessions settings of `sso-session` sections by name
record Profiles(Map<String, Map<String, String>> profiles, Map<String, Map<String, String>> sessions) {
    private static final String PROFILE = "profile ";
    private static final String SESSION = "sso-session ";
    static final String DEFAULT = "default";

    /// What says where a key is to be had, besides the key itself.
    private static final Set<String> SOURCES = Set.of(
            Wanted.ROLE,
            Wanted.PROCESS,
            Wanted.WEB_IDENTITY_FILE,
            Wanted.CREDENTIAL_SOURCE,
            SingleSignOn.SESSION,
            SingleSignOn.START);

    /// Of a `config` file, or of a `credentials` file, which names profiles without the word.
    static Profiles of(String text) {
        Map<String, Map<String, String>> profiles = new LinkedHashMap<>();
        Map<String, Map<String, String>> sessions = new LinkedHashMap<>();
        ConfigText.sections(text).forEach((name, settings) -> {
            if (name.startsWith(SESSION)) {
                sessions.put(name.substring(SESSION.length()), settings);
            } else if (name.startsWith(PROFILE)) {
                profiles.put(name.substring(PROFILE.length()), settings);
            } else if (!name.contains(" ")) {
                // "[profile default]" comes before "[default]"
                profiles.putIfAbsent(name, settings);
            }
        });
        return new Profiles(profiles, sessions);
    }

    /// These, and what others say besides, setting by setting.
    Profiles and(Profiles others) {
        return new Profiles(merged(others.profiles, profiles), merged(others.sessions, sessions));
    }

    /// These, and of others those of other names.
    Profiles orElse(Profiles others) {
        Map<String, Map<String, String>> all = new LinkedHashMap<>(others.profiles);
        all.putAll(profiles);
        Map<String, Map<String, String>> signIns = new LinkedHashMap<>(others.sessions);
        signIns.putAll(sessions);
        return new Profiles(all, signIns);
    }

    private static Map<String, Map<String, String>> merged(
            Map<String, Map<String, String>> first, Map<String, Map<String, String>> over) {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        first.forEach((name, settings) -> all.put(name, new TreeMap<>(settings)));
        over.forEach((name, settings) ->
                all.computeIfAbsent(name, _ -> new TreeMap<>()).putAll(settings));
        return all;
    }

    /// The profile called `default`, or the only one; empty where nobody said which, or it says nothing of where a key
    /// is to be had.
    Optional<String> meant() {
        Optional<String> one = profiles.containsKey(DEFAULT) || profiles.size() != 1
                ? Optional.of(DEFAULT)
                : profiles.keySet().stream().findFirst();
        return one.filter(
                name -> profiles.getOrDefault(name, Map.of()).keySet().stream().anyMatch(SOURCES::contains));
    }

    Optional<Map<String, String>> find(String profile) {
        return Optional.ofNullable(profiles.get(profile));
    }

    /// Without what they hold.
    @Override
    public String toString() {
        return "Profiles" + profiles.keySet();
    }
}
