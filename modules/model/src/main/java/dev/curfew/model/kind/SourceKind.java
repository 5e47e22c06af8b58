package dev.curfew.model.kind;

import dev.curfew.model.kind.common.CommonSettings;
import dev.curfew.model.text.Messages;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A kind of source, as its connector describes it. Command line and console ask for a source by this, and know no
/// kind.
///
/// Its words, in the bundle of the connector's package: `source.<id>` (what it is called), `source.<id>.about` (a
/// sentence), `source.<id>.example` (a command line), `source.<id>.address` (an example of a server's), and
/// `source.<id>.credential.<form>` (what the text of a credential is). Parts of it that are read on their own may have
/// words under `source.<id>.scope.<scope>`.
///
/// @param id as in `Connection.kind`; it may end in `-file` where there is a server of that name too
/// @param settings what it takes besides what every server does, never secret
/// @param words where its words are
public record SourceKind(
        String id,
        AddressForm address,
        List<Setting> settings,
        Credentials credentials,
        Abilities abilities,
        Messages words) {
    private static final Pattern IDS = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final String FILE = "-file";

    public SourceKind {
        settings = withCommon(address, settings);
        require(IDS.matcher(id).matches(), id, "is no id");
        require(!id.endsWith(FILE) || address instanceof AddressForm.File, id, "is a file, and yet not");
        require(distinct(settings), id, "has two settings of one name");
        require(abilities.acts() ? credentials.taken() : true, id, "acts without a credential");
        if (address instanceof AddressForm.Server server) {
            String allowing = server.allowing();
            require(
                    allowing.isEmpty()
                            || settings.stream().anyMatch(it -> it.name().equals(allowing)),
                    id,
                    "has no setting " + allowing);
            require(words.has(key(id, ".address")), id, "shows no address");
        }
        require(words.has(key(id, "")) && words.has(key(id, ".about")), id, "has no words");
        require(words.has(key(id, ".example")), id, "shows no example");
        for (String form : credentials.forms()) {
            require(words.has(key(id, ".credential." + form)), id, "has no words for the credential " + form);
        }
    }

    private static List<Setting> withCommon(AddressForm address, List<Setting> own) {
        return address instanceof AddressForm.Server
                ? Stream.concat(own.stream(), Stream.of(CommonSettings.ENVIRONMENT))
                        .toList()
                : List.copyOf(own);
    }

    private static void require(boolean held, String id, String otherwise) {
        if (!held) {
            throw new IllegalArgumentException("the kind of source " + id + " " + otherwise);
        }
    }

    private static boolean distinct(List<Setting> settings) {
        Set<String> seen = new HashSet<>();
        return settings.stream().allMatch(it -> seen.add("setting " + it.name()) && seen.add("option " + it.option()));
    }

    private static String key(String id, String more) {
        return "source." + id + more;
    }

    /// Whether it is a server that is connected to.
    public boolean isServer() {
        return address instanceof AddressForm.Server;
    }

    /// Whether it is a file that is imported.
    public boolean isFile() {
        return address instanceof AddressForm.File;
    }

    /// Whether it is a folder that may be imported.
    public boolean isFolder() {
        return address instanceof AddressForm.File(boolean folders) && folders;
    }

    /// As it is typed: "aws" for `curfew connect aws` and for `curfew import aws`, which makes an `aws-file`.
    public String word() {
        return id.endsWith(FILE) ? id.substring(0, id.length() - FILE.length()) : id;
    }

    /// What it is called.
    public String called() {
        return words.text(key(id, ""));
    }

    public String about() {
        return words.text(key(id, ".about"));
    }

    /// A command line that connects or imports one.
    public String example() {
        return words.text(key(id, ".example"));
    }

    /// An example; empty where there is no server.
    public String addressExample() {
        return isServer() ? words.text(key(id, ".address")) : "";
    }

    /// What a credential's text is, in one line of words; empty where none is taken.
    public String credentialWords() {
        return credentials.forms().stream()
                .map(form -> words.text(key(id, ".credential." + form)))
                .collect(Collectors.joining("; "));
    }

    /// All that the credential to read with, or the one to act with, must be allowed, and no more: as whoever
    /// administers the source writes it. Empty where there is no such credential.
    public Optional<String> needs(boolean acting) {
        String key = key(id, acting ? ".needs.act" : ".needs.read");
        return words.has(key) ? Optional.of(words.file(words.text(key))) : Optional.empty();
    }

    /// Words for a part of it that is read on its own, where it has some.
    public Optional<String> scope(String scope) {
        String key = key(id, ".scope." + scope);
        return words.has(key) ? Optional.of(words.text(key)) : Optional.empty();
    }

    public Optional<Setting> setting(String name) {
        return settings.stream().filter(it -> it.name().equals(name)).findFirst();
    }

    /// The settings of a connection: what was given, and what is usual where nothing was.
    ///
    /// @throws IllegalArgumentException if one is unknown, missing, or of another form; whoever asks a person looks
    ///     first
    public Map<String, String> complete(Map<String, String> given) {
        Map<String, String> complete = new TreeMap<>(given);
        for (Setting setting : settings) {
            if (!setting.usual().isEmpty()) {
                complete.putIfAbsent(setting.name(), setting.usual());
            }
            require(!setting.required() || complete.containsKey(setting.name()), id, "lacks " + setting.name());
        }
        complete.forEach((name, value) ->
                require(setting(name).filter(it -> it.takes(value)).isPresent(), id, "does not take this " + name));
        return complete;
    }
}
