package dev.curfew.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private static final Path HOME = Path.of("/home/ada");

    @Test
    void onLinuxTheXdgFoldersAreUsed() {
        assertThat(Places.of(Map.of(), "Linux", HOME))
                .isEqualTo(new Places(
                        Path.of("/home/ada/.local/share/curfew/workspace"), Path.of("/home/ada/.local/state/curfew")));
        assertThat(Places.of(Map.of("XDG_DATA_HOME", "/data", "XDG_STATE_HOME", "/state"), "Linux", HOME))
                .isEqualTo(new Places(Path.of("/data/curfew/workspace"), Path.of("/state/curfew")));
    }

    @Test
    void aRelativeXdgFolderIsIgnored() {
        assertThat(Places.of(Map.of("XDG_DATA_HOME", "data"), "Linux", HOME).workspace())
                .isEqualTo(Path.of("/home/ada/.local/share/curfew/workspace"));
    }

    @Test
    void onMacAndWindowsTheVendorsFoldersAreUsed() {
        assertThat(Places.of(Map.of(), "Mac OS X", HOME).workspace())
                .isEqualTo(Path.of("/home/ada/Library/Application Support/Curfew/workspace"));
        assertThat(Places.of(Map.of("APPDATA", "/roaming"), "Windows 11", HOME).workspace())
                .isEqualTo(Path.of("/roaming/Curfew/workspace"));
    }

    @Test
    void theVariableNamesTheWorkspaceAndNothingElse() {
        Places places = Places.of(Map.of("CURFEW_WORKSPACE", "/srv/curfew"), "Linux", HOME);

        assertThat(places).isEqualTo(new Places(Path.of("/srv/curfew"), Path.of("/home/ada/.local/state/curfew")));
    }

    @Test
    void theCheckpointIsKeptOutsideOfTheWorkspace() {
        Places places = Places.of(Map.of(), "Linux", HOME);

        assertThat(places.checkpointFile("w1").startsWith(places.workspace())).isFalse();
    }
}
