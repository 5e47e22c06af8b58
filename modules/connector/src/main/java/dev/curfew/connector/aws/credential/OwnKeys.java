package dev.curfew.connector.aws.credential;

import dev.curfew.connector.aws.call.AwsClient;
import dev.curfew.connector.aws.call.AwsKey;
import dev.curfew.connector.aws.call.AwsKeyText;
import dev.curfew.connector.http.Http;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Keys of ours, by what was kept as a connection's credential: the key itself; `profile NAME`, of the files that AWS's
/// own programs share; a profile's text in the form of these files; `instance-role`; or `container-role`. Where it is a
/// profile, the
/// settings are followed as the vendor's libraries follow them; what they cannot do without a person is refused.
///
/// These libraries bring HTTP clients of their own, past which no limit, proxy or private address of ours would hold.
///
/// <https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html>
public final class OwnKeys {
    /// Setting: the folder of the shared files, where it is not this machine's own.
    public static final String FOLDER = "aws-folder";

    /// Setting, without which no program that a profile names is run.
    public static final String ALLOW_EXEC = "allow-exec";

    private static final Pattern PROFILE = Pattern.compile("profile\\s+(\\S(?:.*\\S)?)");
    private static final String INSTANCE_ROLE = "instance-role";
    private static final String INSTANCE = "Ec2InstanceMetadata";
    private static final String CONTAINER_ROLE = "container-role";
    private static final String CONTAINER = "EcsContainer";
    private static final String INSTANCE_ADDRESS = "ec2_metadata_service_endpoint";
    private static final String KEY_ID = "aws_access_key_id";

    private final Http http;
    private final Roles roles;
    private final SharedFiles files;
    private final WebIdentity web;
    private final SingleSignOn signOn;
    private final CredentialProcess process;
    private final ContainerRole container;

    /// Becomes roles.
    @FunctionalInterface
    public interface Roles {
        /// @throws dev.curfew.model.port.SourceException if the key may not become it
        AwsKey become(AwsKey by, Wanted wanted) throws InterruptedException;
    }

    public OwnKeys(Http http, Connection connection, AwsClient client, Roles roles, InstantSource clock) {
        this(http, connection, client, roles, clock, System.getenv());
    }

    /// @param environment of this process
    OwnKeys(
            Http http,
            Connection connection,
            AwsClient client,
            Roles roles,
            InstantSource clock,
            Map<String, String> environment) {
        Map<String, String> settings = connection.settings();
        this.http = http;
        this.roles = roles;
        this.files = SharedFiles.of(
                settings.getOrDefault(FOLDER, ""), environment, Path.of(System.getProperty("user.home")));
        this.web = new WebIdentity(client);
        this.signOn = new SingleSignOn(client, files, clock);
        this.container = new ContainerRole(http, environment);
        this.process = new CredentialProcess(Boolean.parseBoolean(settings.getOrDefault(ALLOW_EXEC, "false")), clock);
    }

    /// @return empty if the text is none of those
    /// @throws dev.curfew.model.port.SourceException if where it points there is no key to be had
    public Optional<AwsKey> key(Secret text) throws InterruptedException {
        String kept = text.reveal().strip();
        if (kept.equals(INSTANCE_ROLE)) {
            return Optional.of(InstanceRole.at(InstanceRole.ADDRESS, http).key());
        }
        if (kept.equals(CONTAINER_ROLE)) {
            return Optional.of(container.key());
        }
        Optional<Named> named = named(kept);
        return named.isPresent()
                ? Optional.of(key(named.get().profiles(), named.get().profile(), List.of()))
                : AwsKeyText.parse(text);
    }

    /// The id of the key that lasts, where there is one at the bottom of it.
    public Optional<String> id(Secret text) {
        Optional<Named> named = named(text.reveal().strip());
        if (named.isPresent()) {
            return Optional.ofNullable(bottom(named.get()).get(KEY_ID));
        }
        try (AwsKey key = AwsKeyText.parse(text).orElse(null)) {
            return Optional.ofNullable(key).map(AwsKey::id);
        }
    }

    private record Named(Profiles profiles, String profile) {}

    private Optional<Named> named(String kept) {
        Matcher matcher = PROFILE.matcher(kept);
        if (matcher.matches()) {
            return Optional.of(new Named(files.profiles(), matcher.group(1)));
        }
        Profiles own = kept.contains("=") ? Profiles.of(kept) : new Profiles(Map.of(), Map.of());
        return own.meant().map(profile -> new Named(own.orElse(files.profiles()), profile));
    }

    private static Map<String, String> bottom(Named named) {
        List<String> way = new ArrayList<>();
        String profile = named.profile();
        while (!way.contains(profile)) {
            way.add(profile);
            profile = named.profiles()
                    .find(profile)
                    .flatMap(settings -> Optional.ofNullable(settings.get(Wanted.SOURCE_PROFILE)))
                    .orElse(profile);
        }
        return named.profiles().find(profile).orElse(Map.of());
    }

    private AwsKey key(Profiles profiles, String name, List<String> way) throws InterruptedException {
        Map<String, String> profile = profiles.find(name).orElseThrow(() -> NoKey.because("profile.none", name));
        boolean again = way.contains(name);
        if (profile.containsKey(Wanted.ROLE) && !again) {
            return role(profiles, name, profile, further(way, name));
        }
        if (again && !profile.containsKey(KEY_ID)) {
            throw NoKey.because("profile.circle", name);
        }
        return direct(profiles, name, profile);
    }

    private AwsKey role(Profiles profiles, String name, Map<String, String> profile, List<String> way)
            throws InterruptedException {
        if (profile.containsKey("mfa_serial")) {
            throw NoKey.because("profile.mfa", name);
        }
        Wanted wanted = Wanted.by(profile);
        String token = profile.getOrDefault(Wanted.WEB_IDENTITY_FILE, "");
        if (!token.isEmpty()) {
            return web.key(wanted, token);
        }
        String source = profile.getOrDefault(Wanted.SOURCE_PROFILE, "");
        try (AwsKey by = source.isEmpty() ? source(name, profile) : key(profiles, source, way)) {
            return roles.become(by, wanted);
        }
    }

    private AwsKey direct(Profiles profiles, String name, Map<String, String> profile) throws InterruptedException {
        // before a key, which may be one that another program left there
        if (SingleSignOn.is(profile)) {
            return signOn.key(name, profile, profiles);
        }
        if (profile.containsKey(KEY_ID)) {
            return AwsKeyText.of(
                            profile.getOrDefault(KEY_ID, ""),
                            profile.getOrDefault("aws_secret_access_key", ""),
                            profile.getOrDefault("aws_session_token", ""))
                    .orElseThrow(() -> NoKey.because("profile.key", name));
        }
        String command = profile.getOrDefault(Wanted.PROCESS, "");
        return command.isEmpty() ? source(name, profile) : process.key(command);
    }

    private AwsKey source(String name, Map<String, String> profile) throws InterruptedException {
        String source = profile.getOrDefault(Wanted.CREDENTIAL_SOURCE, "");
        if (source.isEmpty()) {
            throw NoKey.because("profile.empty", name);
        }
        if (source.equals(CONTAINER)) {
            return container.key();
        }
        if (!source.equals(INSTANCE)) {
            throw NoKey.because("profile.source", name, source);
        }
        return InstanceRole.at(profile.getOrDefault(INSTANCE_ADDRESS, InstanceRole.ADDRESS), http)
                .key();
    }

    private static List<String> further(List<String> way, String name) {
        List<String> further = new ArrayList<>(way);
        further.add(name);
        return further;
    }
}
