package dev.curfew.app.wiring;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where things are kept on this platform.
///
/// @param workspace the workspace, unless somebody says otherwise
/// @param device what belongs to a person on this machine rather than to a workspace: the device's id, and the newest
///     checkpoints of the ledgers and heads of the rosters, so that a workspace set back as a whole is found out
public record Places(Path workspace, Path device) {
    private static final String VARIABLE = "CURFEW_WORKSPACE";

    /// @param environment the process's variables
    /// @param osName the system property `os.name`
    /// @param home the person's own folder
    public static Places of(Map<String, String> environment, String osName, Path home) {
        Places usual = usual(environment, osName.toLowerCase(Locale.ROOT), home);
        String named = environment.getOrDefault(VARIABLE, "");
        return named.isEmpty() ? usual : new Places(Path.of(named).toAbsolutePath(), usual.device());
    }

    /// XDG Base Directory Specification 0.8 on Linux and its kin; the vendors' folders elsewhere.
    private static Places usual(Map<String, String> environment, String os, Path home) {
        if (os.startsWith("windows")) {
            Path curfew = folder(environment, "APPDATA", home.resolve("AppData").resolve("Roaming"))
                    .resolve("Curfew");
            return new Places(curfew.resolve("workspace"), curfew.resolve("device"));
        }
        if (os.startsWith("mac")) {
            Path curfew = home.resolve("Library").resolve("Application Support").resolve("Curfew");
            return new Places(curfew.resolve("workspace"), curfew.resolve("device"));
        }
        Path data = folder(environment, "XDG_DATA_HOME", home.resolve(".local").resolve("share"));
        Path state =
                folder(environment, "XDG_STATE_HOME", home.resolve(".local").resolve("state"));
        return new Places(data.resolve("curfew").resolve("workspace"), state.resolve("curfew"));
    }

    /// A relative path in an XDG variable is to be ignored, as the specification says.
    private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
        String named = environment.getOrDefault(variable, "");
        return named.isEmpty() || !Path.of(named).isAbsolute() ? otherwise : Path.of(named);
    }

    Path deviceFile() {
        return device.resolve("device-id");
    }

    /// Where the console keeps how it is to look: a state folder is for that (XDG Base Directory Specification 0.8).
    public Path preferencesFile() {
        return device.resolve("console.properties");
    }

    /// Where it is remembered how far a workspace's roster had come.
    ///
    /// @param workspaceId unique, of letters, digits and dashes
    Path rosterFile(String workspaceId) {
        return device.resolve("rosters").resolve(workspaceId + ".json");
    }

    /// Where it is written down what was done while the ledger could not be written, if there is no room beside it.
    ///
    /// @param workspaceId unique, of letters, digits and dashes
    Path spoolFolder(String workspaceId) {
        return device.resolve("spool").resolve(workspaceId);
    }

    /// @param workspaceId unique, of letters, digits and dashes
    Path checkpointFile(String workspaceId) {
        return device.resolve("checkpoints").resolve(workspaceId + ".note");
    }
}
